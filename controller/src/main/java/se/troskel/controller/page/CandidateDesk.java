package se.troskel.controller.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.CandidateChange.Source;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// One candidate at a time, by hand: added, corrected, moved, cancelled, taken back. Thread-safe;
/// doing blocks as in [StaffDesk].
public interface CandidateDesk {
    /// A sitting of today or later with its candidates, in order of seat; empty when there is none.
    Optional<Listed> sitting(String id);

    /// A candidate of a sitting of today or later; empty when there is none.
    Optional<Known> candidate(String registration);

    /// The rooms in which somebody may be placed, those for exams first.
    List<Place> rooms();

    /// The latest edit of a candidate that can be taken back; empty when there is none, or a list
    /// was imported since.
    Optional<Latest> latest();

    /// Puts somebody on the list of a sitting.
    Done add(StaffAccount by, Source source, Typed typed);

    /// Changes what is typed of a candidate; what is left empty of who they are stays as it is.
    Done change(StaffAccount by, Source source, String registration, Typed typed);

    /// Cancels a candidate, or lets them be registered again. Of somebody who has come nothing is
    /// cancelled.
    Done cancel(StaffAccount by, Source source, String registration, boolean cancelled);

    /// Takes back the edit with this id while it is the latest.
    Done undo(StaffAccount by, String edit);

    /// A sitting to choose.
    ///
    /// @param what university, course and exam
    record At(String id, String what, LocalDate day, LocalTime start) {}

    /// A room to choose.
    record Place(String id, String name) {}

    /// A sitting with its candidates.
    record Listed(At sitting, List<Line> candidates) {
        public Listed {
            candidates = List.copyOf(candidates);
        }
    }

    /// A candidate in a list.
    ///
    /// @param name null for a protected identity
    /// @param seat room and number; null for none
    record Line(
            String registration,
            @Nullable String name,
            @Nullable String seat,
            boolean isCancelled) {
        @Override
        public String toString() {
            return "Line[" + registration + "]";
        }
    }

    /// A candidate as the register has them.
    ///
    /// @param isNamedElsewhere whether name and number are not changed here: the person has a card
    /// @param isArrived whether they have come, so that they stay in their sitting
    /// @param others the sittings to which they may be moved, their own among them
    record Known(
            Line line,
            At sitting,
            Typed now,
            Fee fee,
            boolean hasNumber,
            boolean isNamedElsewhere,
            boolean isArrived,
            List<At> others) {
        public Known {
            others = List.copyOf(others);
        }
    }

    /// What staff typed of a candidate.
    ///
    /// @param sitting id
    record Typed(String sitting, Who who, Where where, Rights rights) {}

    /// Who it is.
    ///
    /// @param number of any kind, as people write it; empty for none, or for the one that is there
    /// @param isReserve whether the number is the university's own, without a national form
    /// @param reference empty for none
    record Who(
            String name, String number, boolean isReserve, boolean isProtected, String reference) {
        @Override
        public String toString() {
            return "Who";
        }
    }

    /// Where they write.
    ///
    /// @param room id; empty for none yet
    /// @param seat empty where the invigilator shows a place
    /// @param centre code of another centre; empty for this one
    record Where(String room, String seat, String centre) {}

    /// What they have a right to, and what they have paid.
    record Rights(int extraPercent, boolean smallRoom, boolean isPaid) {
        @Override
        public String toString() {
            return "Rights";
        }
    }

    /// An edit that can be taken back.
    ///
    /// @param by the account
    record Latest(String id, Source source, String by, Instant at) {}
}
