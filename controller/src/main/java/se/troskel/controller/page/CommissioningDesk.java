package se.troskel.controller.page;

import java.util.List;
import java.util.Optional;
import se.troskel.controller.commissioning.Commissioning;
import se.troskel.controller.commissioning.CommissioningReport;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// The commissioning of the centre, as its pages ask for it. Thread-safe; what changes something
/// blocks until it is on the disk. There is one commissioning, whoever looks at it.
public interface CommissioningDesk {
    /// How far it is.
    Commissioning state();

    /// Calls `listener` after each change of [#state()], on any thread; it must not block.
    ///
    /// @return ends the listening
    Runnable onChange(Runnable listener);

    /// Begins a step, or the same step anew.
    Done begin(StaffAccount by, String step);

    /// Pulses the lock of the present step for its access time, or sounds its sounder. A lock is
    /// unlocked as by any staff, recorded before, and never while a standing order is against it.
    Done pulse(StaffAccount by);

    /// The person at the device says that it worked.
    Done confirm(String remark);

    /// The person at the device says that it does not work.
    Done refute(String reason);

    /// The step is left out.
    Done leaveOut(String reason);

    /// Forgets every result, for another commissioning; reports stay.
    Done startAnew();

    /// Writes the report of what was proven so far, signed; `value` is its id.
    Done file(StaffAccount by);

    /// The newest reports that can be read, newest first, at most `max`.
    List<Filed> filed(int max);

    /// The report with this id; empty when there is none that can be read.
    Optional<Filed> filed(String id);

    /// The report's file as it was signed; empty when there is none that can be read.
    Optional<byte[]> file(String id);

    /// Whether the configuration is another than in the newest report; false without one.
    boolean isChangedSince();

    /// A report in the data folder.
    ///
    /// @param id name of its file, without its ending
    /// @param key id of this centre's record key
    /// @param intact whether it is signed with that key and nobody changed it since
    record Filed(String id, CommissioningReport report, String key, boolean intact) {}
}
