package se.troskel.controller.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Area;
import se.troskel.controller.register.RegisterDamage;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.Enrolment;
import se.troskel.controller.staff.GlassUse;
import se.troskel.controller.staff.LockdownScope;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;

/// What the staff pages ask of the centre. Thread-safe. Every doing method blocks until its record
/// is committed or refused (at most a few seconds), records who did it, and answers with what
/// happened in words' keys, never throws for an expected refusal.
public interface StaffDesk {
    /// What is true now.
    Board board();

    /// Calls `listener` after each change of [#board()] or [#enrolment()], on any thread; it must
    /// not block.
    ///
    /// @return ends the listening
    Runnable onChange(Runnable listener);

    Done unlock(StaffAccount by, String door, Duration howLong);

    Done lock(StaffAccount by, String door);

    Done block(StaffAccount by, String door, boolean blocked);

    /// Who is inside, as far as anybody can know. Holds names: for the page of those who may see
    /// them.
    Inside inside();

    /// Everybody on the list of those inside was found to have left.
    Done allGone(StaffAccount by);

    /// Locks doors down, or lifts that.
    Done lockdown(StaffAccount by, LockdownScope scope, boolean down);

    /// Resets the fire latch; refused while the fire alarm itself goes on.
    Done resetFire(StaffAccount by);

    /// Puts an exam room's door in an `EXAM_` posture.
    ///
    /// @param posture null to end it
    Done examPosture(StaffAccount by, String door, @Nullable DoorPosture posture);

    /// Somebody has seen that break-glass was used; the alarm on the board ends.
    Done breakGlassSeen(StaffAccount by);

    /// The break-glass credentials, by label.
    List<BreakGlassLine> breakGlass();

    /// Makes a card break-glass: it then unlocks whatever stands against it.
    ///
    /// @param label what it is called, such as "kassaskåpet"
    Done makeBreakGlass(StaffAccount by, String cardNumber, String label);

    /// The card with this id is break-glass no more.
    Done removeBreakGlass(StaffAccount by, String id);

    /// The last `max` journal records, newest first, without persons.
    List<JournalLine> journalTail(int max);

    /// Reads a file without changing anything.
    ///
    /// @param kind what the rows are
    ImportPreview preview(StaffAccount by, ImportKind kind, byte[] file);

    /// Applies the good rows of a preview made before and parks the bad ones.
    Done applyImport(StaffAccount by, String previewId);

    /// Rows of earlier imports that were not taken, for correcting and importing again, as CSV.
    String parkedRows();

    /// Takes back the last import that was not taken back.
    Done undoImport(StaffAccount by);

    /// Begins enrolling a new student at a terminal: the next unknown card shown there is theirs.
    Done startEnrolment(StaffAccount by, String kiosk);

    /// The enrolment going on; empty when there is none.
    Optional<Enrolment> enrolment();

    /// Gives the name and that the agreement was accepted; the terminal then asks the student to
    /// choose a PIN.
    ///
    /// @param born null when it was not asked
    /// @param extendedTime whether doors are to stay unlocked longer for the student
    Done completeEnrolment(
            StaffAccount by,
            String name,
            java.time.@Nullable LocalDate born,
            boolean agreementAccepted,
            Instant validUntil,
            boolean extendedTime);

    Done cancelEnrolment(StaffAccount by);

    /// Blocks or unblocks every card of the person who holds the card that was typed or tapped.
    Done blockCard(StaffAccount by, String cardNumber, boolean blocked);

    /// What the decision says of somebody at some door and hour; changes nothing. That it was asked
    /// is recorded, not about whom. Names are looked for and shown only for an account with
    /// `ROLL_CALL`. Empty when it could not be recorded.
    Optional<WhyAnswer> why(StaffAccount by, WhyQuestion question);

    /// Issues a ticket and returns it for printing.
    ///
    /// @param room null for the centre
    Optional<PrintedTicket> issueTicket(
            StaffAccount by, @Nullable String room, Instant from, Instant until);

    /// The centre, its rooms and doors, as they are now.
    ///
    /// @param leftInside how many visitors are still inside after closing
    /// @param unacknowledged events on their way to the region
    /// @param givenUp events that the region will never get, as long as it does not know that
    record Board(
            String centre,
            String centreName,
            String timeZone,
            Instant at,
            @Nullable OpeningMode mode,
            @Nullable Instant until,
            List<RoomState> rooms,
            int leftInside,
            List<DoorStatus> doors,
            List<DeviceLine> devices,
            List<String> kiosks,
            boolean linked,
            boolean hasRegion,
            long unacknowledged,
            long givenUp,
            int staffUnlockMinutes,
            int staffUnlockMaxMinutes,
            Orders orders) {
        public Board {
            rooms = List.copyOf(rooms);
            doors = List.copyOf(doors);
            devices = List.copyOf(devices);
            kiosks = List.copyOf(kiosks);
        }
    }

    /// Who is inside: the muster list.
    ///
    /// @param known recognised people
    /// @param visitors those without a card who were counted since the centre opened
    record Inside(List<Known> known, List<Visitors> visitors) {
        public Inside {
            known = List.copyOf(known);
            visitors = List.copyOf(visitors);
        }
    }

    /// A recognised person inside.
    ///
    /// @param code stands for the person where the name may not or cannot be shown
    /// @param name null when it is protected, or the register does not have it
    /// @param room id of the room they were sent to; null for no room in particular
    record Known(
            String code,
            @Nullable String name,
            VisitKind kind,
            @Nullable String room,
            Instant since) {
        @Override
        public String toString() {
            return "Known[" + code + "]";
        }
    }

    /// Visitors of one kind inside; each group by itself.
    ///
    /// @param room id of the room they were sent to; null for no room in particular
    /// @param since when the first of them came
    record Visitors(VisitKind kind, int people, @Nullable String room, Instant since) {}

    /// Who orders the doors of the building now, and what can be ordered.
    ///
    /// @param fire whether fire is latched
    /// @param fireSounding whether the fire alarm itself goes on; then fire cannot be reset
    /// @param hasFireAlarm whether there is a fire alarm to latch
    /// @param armed whether the burglar alarm is set
    /// @param glassUses uses of break-glass that nobody has seen yet, the latest last
    /// @param glassLost whether break-glass credentials were lost with their file
    /// @param register what was found damaged of the register
    /// @param areas what can be locked down together
    /// @param examDoors ids of the doors of exam rooms
    record Orders(
            boolean fire,
            boolean fireSounding,
            boolean hasFireAlarm,
            boolean armed,
            List<GlassUse> glassUses,
            boolean glassLost,
            RegisterDamage register,
            List<Area> areas,
            Set<String> examDoors) {
        /// Nothing stands, and nothing can be ordered but single doors and the centre.
        public static final Orders NONE =
                new Orders(
                        false,
                        false,
                        false,
                        false,
                        List.of(),
                        false,
                        RegisterDamage.NONE,
                        List.of(),
                        Set.of());

        public Orders {
            glassUses = List.copyOf(glassUses);
            areas = List.copyOf(areas);
            examDoors = Set.copyOf(examDoors);
        }
    }

    /// A break-glass credential.
    ///
    /// @param id names it on the page; says nothing of the number
    record BreakGlassLine(String id, String label) {}

    /// A device and its health.
    record DeviceLine(String id, String name, DeviceHealth health) {}

    /// A journal record in short.
    ///
    /// @param type name of the event type
    /// @param what the public body in words' keys and values, for example `DOOR_CHANGED` with
    ///   `door`, `what`, `cause`
    record JournalLine(long seq, Instant at, String type, java.util.Map<String, String> what) {}

    /// What a file's rows are.
    enum ImportKind {
        PEOPLE,
        BOOKINGS,
        HEAD_COUNTS,
        SITTINGS
    }

    /// What an import would do.
    ///
    /// @param gone how many are on the list no more
    /// @param unknown universities on a list of sittings that no rules exist for: mistyped, most
    ///   likely; with the known ones. Empty for none
    /// @param cardFormat how the card numbers were understood: HEX, HEX_REVERSED, DECIMAL,
    ///   FACILITY_AND_NUMBER; null where there are none
    record ImportPreview(
            String id,
            ImportKind kind,
            int added,
            int changed,
            int unchanged,
            int gone,
            List<BadRow> bad,
            String charset,
            char separator,
            @Nullable String cardFormat,
            UnknownUniversities unknown) {
        public ImportPreview {
            bad = List.copyOf(bad);
        }
    }

    /// Codes of universities without rules, beside those with.
    record UnknownUniversities(List<String> unknown, List<String> known) {
        public static final UnknownUniversities NONE =
                new UnknownUniversities(List.of(), List.of());

        public UnknownUniversities {
            unknown = List.copyOf(unknown);
            known = List.copyOf(known);
        }
    }

    /// A row that cannot be taken.
    ///
    /// @param line 1 for the first line of the file
    /// @param column name of the column; null when it is the row as a whole
    /// @param problem what is wrong and how to mend it, without repeating a personal number
    record BadRow(int line, @Nullable String column, String problem) {}

    /// A ticket to print; the picture as PNG is rendered from `text` when it is asked for.
    ///
    /// @param text the QR code's text
    /// @param shortCode eight characters, grouped for reading
    record PrintedTicket(
            String id,
            String text,
            String shortCode,
            String svg,
            @Nullable String roomName,
            Instant from,
            Instant until) {
        @Override
        public String toString() {
            return "PrintedTicket[" + id + "]";
        }
    }
}
