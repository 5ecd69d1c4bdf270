package se.troskel.controller.page;

import se.troskel.controller.confirmation.Confirmation;
import se.troskel.controller.confirmation.ConfirmationText;
import se.troskel.controller.confirmation.EnglishConfirmation;
import se.troskel.controller.confirmation.SwedishConfirmation;
import se.troskel.controller.ticket.TicketPicture;

/// A confirmation on paper, in Swedish and English.
///
/// @param who name or mark
/// @param svg the ticket's QR code
public record ConfirmationSheet(
        String who, ConfirmationText swedish, ConfirmationText english, String svg, String code) {
    static ConfirmationSheet of(Confirmation told) {
        String name = told.to().name();
        return new ConfirmationSheet(
                name == null ? told.to().mark() : name,
                SwedishConfirmation.of(told),
                EnglishConfirmation.of(told),
                new TicketPicture(told.ticket().text()).svg(),
                told.ticket().shortCode());
    }

    /// Without what it says of anybody.
    @Override
    public String toString() {
        return "ConfirmationSheet";
    }
}
