package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.controller.access.Claim;
import se.troskel.controller.site.SiteRig.JournalIs;
import se.troskel.hardware.InputLine.Level;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.Presentation;

/// Goal: checking out is never refused, needs no PIN, and changes the muster list and the numbers
/// for whoever was on it and for nobody else. Method: a site at Katrineholm stepped by hand, with
/// one student, asked to let cards and codes out.
class CheckOutTest {
    private static final Claim CARD = new Claim.Card(SiteRig.CARD);
    private static final Claim UNKNOWN = new Claim.Card("lookup-of-no-card");
    private static final Claim WRONG_CODE = new Claim.Unreadable(Medium.SHORT_CODE);

    private final SiteRig rig = new SiteRig(SiteRig.STAFFED).withStudent("hash");
    private final AtomicLong ids = new AtomicLong();

    @Test
    void whoeverIsInsideIsOutAndTheRoomsNumberFollows() {
        enter(ticket("01", SiteRig.PERSON));
        assertThat(peopleInQuietRoom()).isEqualTo(1);
        Answer answer = leave(CARD);
        assertThat(answer.reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(answer.next()).isEqualTo(NextStep.GOODBYE);
        assertThat(answer.recorded()).isTrue();
        assertThat(rig.view().muster()).isEqualTo(Muster.NOBODY);
        assertThat(peopleInQuietRoom()).isZero();
    }

    @Test
    void whoeverIsNotInsideIsCheckedOutAllTheSameAndNoNumberChanges() {
        var rooms = rig.view().rooms();
        assertThat(leave(CARD).reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(rig.view().rooms()).isEqualTo(rooms);
    }

    @Test
    void anUnknownCardTakesNobodyOffTheListAndOutOfNoNumber() {
        enter(ticket("04", SiteRig.PERSON));
        var muster = rig.view().muster();
        var rooms = rig.view().rooms();
        for (Claim claim :
                new Claim[] {
                    UNKNOWN, WRONG_CODE, new Claim.Unreadable(Medium.QR, true), ticket("01")
                }) {
            assertThat(leave(claim).reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        }
        assertThat(rig.view().muster()).isEqualTo(muster);
        assertThat(rig.view().rooms()).isEqualTo(rooms);
    }

    @Test
    void aVisitorWithATicketThatNamesNobodyStaysCounted() {
        assertThat(enter(ticket("02")).reason().isGranted()).isTrue();
        var muster = rig.view().muster();
        assertThat(muster.counted()).hasSize(1);
        assertThat(leave(ticket("02")).reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(rig.view().muster()).isEqualTo(muster);
    }

    @Test
    void aCardThatWasBlockedMeanwhileIsCheckedOutToo() {
        enter(CARD);
        rig.staff(reply -> new SiteInput.CardBlockAsked(SiteRig.STAFF, SiteRig.CARD, true, reply))
                .join();
        assertThat(leave(CARD).reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(rig.view().muster()).isEqualTo(Muster.NOBODY);
    }

    @Test
    void duringEvacuationItSaysToLeaveNow() {
        enter(CARD);
        rig.step(new SiteInput.LineChanged("fire-alarm", Level.ACTIVE));
        Answer answer = leave(CARD);
        assertThat(answer.reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(answer.next()).isEqualTo(NextStep.LEAVE_NOW);
        assertThat(rig.view().muster()).isEqualTo(Muster.NOBODY);
    }

    @Test
    void withAnUntrustedClockItIsAsFree() {
        enter(CARD);
        rig.clock = ClockTrust.UNTRUSTED;
        assertThat(leave(CARD).reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(rig.view().muster()).isEqualTo(Muster.NOBODY);
    }

    @Test
    void withNobodyAtTheDeskNoPinIsAskedForAndNoDoorUnlocked() {
        enter(CARD);
        rig.jump(SiteRig.UNSTAFFED);
        rig.locks.clear();
        Answer answer = leave(CARD);
        assertThat(answer.reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(answer.pin()).isNull();
        assertThat(rig.locks).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsSaidAndNobodyIsTakenOffTheList() {
        enter(CARD);
        rig.journalIs = JournalIs.REFUSING;
        Answer answer = leave(CARD);
        assertThat(answer.reason()).isEqualTo(CheckInReason.NOT_RECORDED);
        assertThat(answer.recorded()).isFalse();
        assertThat(rig.view().muster().known()).hasSize(1);
    }

    @Test
    void onlyWhoeverWasInsideIsOfferedToCheckOut() {
        assertThat(enter(CARD).inside()).isNull();
        assertThat(enter(CARD).inside()).isTrue();
        assertThat(leave(CARD).inside()).isNull();
        assertThat(enter(CARD).inside()).isNull();
        assertThat(enter(UNKNOWN).inside()).isNull();
    }

    @Test
    void afterClosingTheRefusalStillOffersToCheckOutWhoeverIsInside() {
        enter(CARD);
        rig.jump(java.time.Instant.parse("2027-02-09T21:30:00Z"));
        Answer answer = enter(CARD);
        assertThat(answer.reason()).isEqualTo(CheckInReason.OUT_OF_HOURS);
        assertThat(answer.inside()).isTrue();
    }

    @Test
    void aBlockedCardsAnswerSaysNoMoreThanAnUnknownOnes() {
        enter(CARD);
        rig.staff(reply -> new SiteInput.CardBlockAsked(SiteRig.STAFF, SiteRig.CARD, true, reply))
                .join();
        assertThat(enter(CARD).inside()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void guessedCodesPauseNobodysWayOutAndLeavingTakesNoGuessBack(Intent between) {
        int tries = rig.config.access().shortCodeTries();
        for (int n = 1; n < tries; n++) {
            enter(WRONG_CODE);
        }
        assertThat(show(WRONG_CODE, between).reason())
                .isEqualTo(
                        between == Intent.LEAVE
                                ? CheckInReason.CHECKED_OUT
                                : CheckInReason.TOKEN_UNREADABLE);
        if (between == Intent.LEAVE) {
            enter(WRONG_CODE);
        }
        assertThat(enter(WRONG_CODE).reason()).isEqualTo(CheckInReason.CODE_PAUSED);
        assertThat(leave(WRONG_CODE).reason()).isEqualTo(CheckInReason.CHECKED_OUT);
    }

    @Test
    void aTicketIsNotUsedUpByLeaving() {
        leave(ticket("03"));
        assertThat(enter(ticket("03")).reason().isGranted()).isTrue();
    }

    @Test
    void itIsRecordedAsAnyPresentation() {
        leave(CARD);
        assertThat(rig.recorded(EventBody.CheckIn.class))
                .extracting(EventBody.CheckIn::reason)
                .containsExactly(CheckInReason.CHECKED_OUT);
    }

    private @Nullable Integer peopleInQuietRoom() {
        return rig.view().rooms().stream()
                .filter(room -> room.room().equals("quiet"))
                .findFirst()
                .orElseThrow()
                .people();
    }

    private static Claim ticket(String id) {
        return ticket(id, null);
    }

    private static Claim ticket(String id, @Nullable String person) {
        return new Claim.Ticket(
                Medium.QR,
                id,
                person,
                "quiet",
                SiteRig.STAFFED.minusSeconds(600),
                SiteRig.STAFFED.plusSeconds(600));
    }

    private Answer enter(Claim claim) {
        return show(claim, Intent.ENTER);
    }

    private Answer leave(Claim claim) {
        return show(claim, Intent.LEAVE);
    }

    private Answer show(Claim claim, Intent intent) {
        Presentation shown =
                new Presentation(
                        new UUID(4, ids.incrementAndGet()),
                        SiteRig.KIOSK,
                        claim.medium(),
                        "-",
                        intent);
        return Objects.requireNonNull(
                rig.<Answer>ask(reply -> new SiteInput.Presented(shown, claim, reply)).join());
    }
}
