package se.troskel.controller.page;

/// Draws a ticket's QR code. Thread-safe; takes some milliseconds.
@FunctionalInterface
public interface TicketPicture {
    /// The PNG file of the code with this text.
    byte[] png(String text);
}
