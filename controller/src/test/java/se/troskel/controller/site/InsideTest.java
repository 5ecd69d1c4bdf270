package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import se.troskel.controller.access.Claim;
import se.troskel.controller.site.SiteRig.JournalIs;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventBody.OverstayChanged;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.occupancy.LeftInside;

/// Goal: who is inside is known until they leave, and whoever stays after closing is an alarm that
/// touches no door. Method: a site at Katrineholm, stepped through an evening by hand.
class InsideTest {
    /// Two minutes past ten in the evening: closed.
    private static final Instant CLOSED = Instant.parse("2027-02-09T21:02:00Z");

    private static final Instant NEXT_MORNING = Instant.parse("2027-02-10T05:01:00Z");

    private final SiteRig rig = new SiteRig(SiteRig.STAFFED).withStudent(null);

    @Test
    void whoeverCheckedInIsOnTheListUntilTheyCheckOut() {
        var _ = rig.tap(SiteRig.CARD).join();
        assertThat(rig.view().muster().known())
                .containsExactly(
                        new Muster.Known(SiteRig.PERSON, null, SiteRig.STAFFED, VisitKind.STUDENT));
        leave();
        assertThat(rig.view().muster().known()).isEmpty();
    }

    @Test
    void visitorsAreCountedByKindAndEachGroupByItself() {
        var _ = rig.askVisit(new UUID(1, 1), tapped());
        var _ = rig.askVisit(new UUID(1, 2), tapped());
        assertThat(rig.view().muster().counted())
                .extracting(Muster.Counted::kind, Muster.Counted::people)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(VisitKind.GROUP, 12),
                        org.assertj.core.groups.Tuple.tuple(VisitKind.GROUP, 12));
    }

    @Test
    void whoeverStaysAfterClosingIsAnAlarmWithoutANumberWhileItIsSmallAndMovesNoLock() {
        var _ = rig.tap(SiteRig.CARD).join();
        rig.pass(Duration.ofMinutes(1));
        rig.jump(CLOSED.minusSeconds(180));
        assertThat(rig.view().left()).isZero();
        int locks = rig.locks.size();
        rig.jump(CLOSED);
        assertThat(rig.view().left()).isEqualTo(1);
        assertThat(rig.view().leftInside()).isEqualTo(new LeftInside(null, true));
        assertThat(rig.recorded(OverstayChanged.class))
                .containsExactly(new OverstayChanged(null, true));
        rig.pass(Duration.ofMinutes(5));
        assertThat(rig.recorded(OverstayChanged.class)).hasSize(1);
        assertThat(rig.locks).hasSize(locks);
    }

    @Test
    void theAlarmEndsWhenTheLastOneChecksOut() {
        var _ = rig.tap(SiteRig.CARD).join();
        rig.jump(CLOSED);
        leave();
        rig.step(new SiteInput.Tick());
        assertThat(rig.view().leftInside()).isNull();
        assertThat(rig.recorded(OverstayChanged.class)).last().isEqualTo(over());
    }

    @Test
    void theAlarmEndsWhenStaffFindNobodyAndOnlyWhenThatIsRecorded() {
        var _ = rig.tap(SiteRig.CARD).join();
        var _ = rig.askVisit(new UUID(1, 1), tapped());
        rig.jump(CLOSED);
        rig.journalIs = JournalIs.REFUSING;
        assertThat(allGone()).isEqualTo(new Done(false, "inside.refused", null));
        assertThat(rig.view().left()).isEqualTo(1);
        rig.journalIs = JournalIs.COMMITTING;
        assertThat(allGone().done()).isTrue();
        assertThat(rig.view().left()).isZero();
        assertThat(rig.view().muster()).isEqualTo(Muster.NOBODY);
        assertThat(rig.recorded(OverstayChanged.class)).last().isEqualTo(over());
        assertThat(rig.recorded(EventBody.StaffActed.class))
                .extracting(EventBody.StaffActed::action)
                .contains(StaffAction.VISITS_ENDED);
    }

    @Test
    void withoutATrustedClockTheAlarmStaysAsItWas() {
        var _ = rig.tap(SiteRig.CARD).join();
        rig.jump(CLOSED);
        rig.clock = se.troskel.protocol.event.ClockTrust.UNTRUSTED;
        rig.jump(NEXT_MORNING);
        assertThat(rig.view().left()).isEqualTo(1);
    }

    @Test
    void theNextOpeningBeginsWithAnEmptyList() {
        var _ = rig.tap(SiteRig.CARD).join();
        rig.jump(CLOSED);
        rig.jump(NEXT_MORNING);
        assertThat(rig.view().muster()).isEqualTo(Muster.NOBODY);
        assertThat(rig.recorded(OverstayChanged.class)).last().isEqualTo(over());
    }

    @Test
    void aRestartKnowsWhoCameInThisOpeningAndNobodyOfYesterday() {
        Muster before =
                new Muster(
                        List.of(
                                new Muster.Known(
                                        "today",
                                        "quiet",
                                        SiteRig.STAFFED.minusSeconds(600),
                                        VisitKind.STUDENT),
                                new Muster.Known(
                                        "yesterday",
                                        null,
                                        SiteRig.STAFFED.minus(Duration.ofDays(1)),
                                        VisitKind.STUDENT)),
                        List.of(
                                new Muster.Counted(
                                        VisitKind.GUEST, 2, null, SiteRig.STAFFED.minusSeconds(9)),
                                new Muster.Counted(
                                        VisitKind.GUEST, 1, null, SiteRig.STAFFED.minusSeconds(5)),
                                new Muster.Counted(
                                        VisitKind.GUEST,
                                        7,
                                        null,
                                        SiteRig.STAFFED.minus(Duration.ofDays(2)))));
        SiteRig again =
                new SiteRig(
                        SiteRig.STAFFED,
                        new Restored(
                                Set.of(), Set.of(), Map.of(), Map.of(), false, false, List.of(),
                                List.of(), before, List.of(), false));
        assertThat(again.view().muster().known())
                .extracting(Muster.Known::person)
                .containsExactly("today");
        assertThat(again.view().muster().counted())
                .extracting(Muster.Counted::people)
                .containsExactly(3);
    }

    private UUID tapped() {
        return rig.tap(SiteRig.CARD).join().presentation();
    }

    private Done allGone() {
        return rig.<Done>ask(reply -> new SiteInput.AllGoneFound(SiteRig.STAFF, reply)).join();
    }

    private void leave() {
        Presentation out =
                new Presentation(new UUID(9, 9), SiteRig.KIOSK, Medium.CARD, "-", Intent.LEAVE);
        CompletableFuture<Answer> reply = new CompletableFuture<>();
        rig.step(new SiteInput.Presented(out, new Claim.Card(SiteRig.CARD), reply));
        assertThat(Objects.requireNonNull(reply.join()).reason().isGranted()).isTrue();
    }

    private static OverstayChanged over() {
        return new OverstayChanged(0, false);
    }
}
