package se.troskel.controller.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import se.troskel.config.Door;
import se.troskel.controller.staff.Done;

/// The one answer to an order for some doors, given when each of them has done it or stayed as it
/// was. Owned by the loop's thread.
final class OrderAnswer {
    private final Records records;
    private final CompletableFuture<Done> reply;
    private final Done allDone;
    private final int doors;
    private final List<Door> notDone = new ArrayList<>();
    private final Set<String> reasons = new HashSet<>();
    private int done;

    /// @param allDone the answer when it is done at every door
    /// @param doors how many there are, 1 or more
    OrderAnswer(Records records, CompletableFuture<Done> reply, Done allDone, int doors) {
        this.records = records;
        this.reply = reply;
        this.allDone = allDone;
        this.doors = doors;
    }

    void done() {
        done++;
        answer();
    }

    /// The door stayed as it was.
    ///
    /// @param why key of the sentence that says why
    void notDone(Door door, String why) {
        notDone.add(door);
        reasons.add(why);
        answer();
    }

    private void answer() {
        if (done + notDone.size() < doors) {
            return;
        }
        if (notDone.isEmpty()) {
            records.reply(reply, allDone);
        } else if (done == 0 && reasons.size() == 1) {
            records.reply(reply, new Done(false, reasons.iterator().next(), null));
        } else {
            String names = notDone.stream().map(Door::name).collect(Collectors.joining(", "));
            records.reply(reply, new Done(false, "orders.not-everywhere", names));
        }
    }
}
