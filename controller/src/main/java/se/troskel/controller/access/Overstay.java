package se.troskel.controller.access;

import java.util.Collection;
import se.troskel.protocol.decision.VisitKind;

/// Who is still inside when the centre has closed (DOMAIN 5.1 row 20). Pure. It only tells staff:
/// no door is locked by it and nobody is kept from leaving.
public final class Overstay {
    private Overstay() {}

    /// How many checked-in visitors have stayed after closing; 0 while the centre is open. Workers
    /// stay as long as they need. Visitors without a card are not among them: nobody hears them
    /// leave, so they would be an alarm every evening.
    ///
    /// @param open whether the centre is open; without a trusted clock, whether it was
    /// @param inside the kinds of the recognised people who are not known to have left
    public static int left(boolean open, Collection<VisitKind> inside) {
        return open
                ? 0
                : Math.toIntExact(inside.stream().filter(kind -> kind != VisitKind.WORKER).count());
    }
}
