package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.access.Claim;
import se.troskel.controller.exam.ApprovalEntry;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.LockdownScope;
import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.OccupancySensor.Observation;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;
import se.troskel.protocol.kiosk.VisitRequest;

/// What the site loop hears. Everybody may offer one; the loop alone acts on it. Replies are
/// futures that the loop completes; whoever waits for one does so on a thread of its own.
public sealed interface SiteInput {
    // --- from terminals and readers

    /// Something was presented at a terminal; its form and signature are already checked.
    record Presented(Presentation presentation, Claim claim, CompletableFuture<Answer> reply)
            implements SiteInput {}

    /// A card at a door-side reader.
    record CardAtDoor(String reader, Claim claim) implements SiteInput {}

    /// Which PIN hash does this challenge ask for? Empty when the challenge is gone.
    record PinHashAsked(String kiosk, String challenge, CompletableFuture<Optional<String>> reply)
            implements SiteInput {}

    /// A PIN was compared outside the loop.
    record PinCompared(
            String kiosk, String challenge, boolean right, CompletableFuture<Answer> reply)
            implements SiteInput {}

    /// Which PIN hash does this challenge for staff mode ask for? Empty when it is gone.
    record StaffPinHashAsked(String challenge, CompletableFuture<Optional<String>> reply)
            implements SiteInput {}

    /// A PIN for staff mode was compared outside the loop.
    record StaffPinCompared(
            String kiosk,
            String challenge,
            boolean right,
            CompletableFuture<StaffEntries.Entered> reply)
            implements SiteInput {}

    record VisitAsked(VisitRequest visit, CompletableFuture<Answer> reply) implements SiteInput {}

    /// Somebody who came for an exam answered what the terminal asked.
    record ExamChosen(ExamChoice choice, CompletableFuture<Answer> reply) implements SiteInput {}

    record PurposeChosen(PurposeChoice choice) implements SiteInput {}

    record TerminalSeen(String kiosk, boolean online) implements SiteInput {}

    // --- from devices

    record LineChanged(String device, Level level) implements SiteInput {}

    /// A lock's driver was told something, or its own timer ended an unlock.
    record LockTold(String device, LockCommand told) implements SiteInput {}

    record Observed(String sensor, Observation observation) implements SiteInput {}

    record HealthChanged(String device, DeviceHealth health) implements SiteInput {}

    // --- from staff

    /// Unlock a door for a while.
    record DoorUnlockAsked(
            StaffAccount by, String door, Duration howLong, CompletableFuture<Done> reply)
            implements SiteInput {}

    record DoorLockAsked(StaffAccount by, String door, CompletableFuture<Done> reply)
            implements SiteInput {}

    record DoorBlockAsked(
            StaffAccount by, String door, boolean blocked, CompletableFuture<Done> reply)
            implements SiteInput {}

    /// Lock doors down, or lift that.
    record LockdownAsked(
            StaffAccount by, LockdownScope scope, boolean down, CompletableFuture<Done> reply)
            implements SiteInput {}

    /// Reset the fire latch, now that the fire alarm is over.
    record FireResetAsked(StaffAccount by, CompletableFuture<Done> reply) implements SiteInput {}

    /// Put an exam room's door in an `EXAM_` posture; null ends it.
    record PostureAsked(
            StaffAccount by,
            String door,
            @Nullable DoorPosture posture,
            CompletableFuture<Done> reply)
            implements SiteInput {}

    /// Somebody has seen that break-glass was used.
    record GlassSeen(StaffAccount by, CompletableFuture<Done> reply) implements SiteInput {}

    /// A card was blocked or unblocked: it counts from now, whatever becomes of the register.
    record CardBlockAsked(
            StaffAccount by, String lookup, boolean blocked, CompletableFuture<Done> reply)
            implements SiteInput {}

    /// Staff found that everybody on the muster list has left.
    record AllGoneFound(StaffAccount by, CompletableFuture<Done> reply) implements SiteInput {}

    /// Staff did something that only has to be recorded.
    ///
    /// @param facts that stay at the centre: short keys and values, no free text, no names
    record StaffDid(
            StaffAccount by,
            EventBody what,
            Map<String, String> facts,
            CompletableFuture<Done> reply)
            implements SiteInput {
        public StaffDid {
            facts = Map.copyOf(facts);
        }

        /// With nothing else to say of it.
        public StaffDid(StaffAccount by, EventBody what, CompletableFuture<Done> reply) {
            this(by, what, Map.of(), reply);
        }
    }

    /// A line is to be noted of an exam.
    record ExamAsked(StaffAccount by, ExamEntry entry, CompletableFuture<Done> reply)
            implements SiteInput {}

    /// An invigilator approves or rejects a candidate's identity.
    record ApprovalAsked(
            StaffAccount by, ApprovalEntry entry, CompletableFuture<ExamDecision> reply)
            implements SiteInput {}

    record EnrolmentStarted(StaffAccount by, String kiosk, CompletableFuture<Done> reply)
            implements SiteInput {}

    record EnrolmentNamed(
            StaffAccount by,
            String name,
            @Nullable LocalDate born,
            boolean agreementAccepted,
            Instant validUntil,
            boolean extendedTime,
            CompletableFuture<Done> reply)
            implements SiteInput {
        @Override
        public String toString() {
            return "EnrolmentNamed";
        }
    }

    /// The student's card and particulars, for the register; empty when the enrolment is gone.
    record EnrolmentAsked(
            String kiosk, String enrolment, CompletableFuture<Optional<Enrolments.Candidate>> reply)
            implements SiteInput {}

    /// The register has the new student.
    record EnrolmentStored(String enrolment) implements SiteInput {}

    record EnrolmentCancelled(CompletableFuture<Done> reply) implements SiteInput {}

    /// The cards that were shown at readers and terminals just now.
    record LastCardsAsked(CompletableFuture<List<LastCards.Tapped>> reply) implements SiteInput {}

    /// What a decision may look at now.
    record SnapshotAsked(CompletableFuture<SnapshotAt> reply) implements SiteInput {}

    // --- from inside

    record RegisterChanged(RegisterContents contents) implements SiteInput {}

    record Committed(long pending, long seq) implements SiteInput {}

    record Refused(long pending, String why) implements SiteInput {}

    record LinkChanged(boolean connected) implements SiteInput {}

    /// Time passed.
    record Tick() implements SiteInput {}
}
