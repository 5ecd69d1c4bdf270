package se.troskel.controller.ticket;

import se.troskel.protocol.AccessSystemException;

/// A ticket key could not be made, read or used. Tickets then cannot be issued or verified; cards
/// and everything else go on.
public final class TicketKeyException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    TicketKeyException(String message, Throwable cause) {
        super(message, cause);
    }

    TicketKeyException(String message) {
        super(message);
    }
}
