package se.troskel.controller.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.uplink.UplinkRig.ackOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.SeqRange;

/// Goal: nothing is skipped, nothing counts as stored before the region said so, and a differing
/// history is noticed. Method: the delivery alone, with a journal in memory, a real cursor file and
/// a clock moved by hand.
class DeliveryTest {
    private static final long RESEND = UplinkRig.QUICK.resend().toNanos();

    @TempDir Path directory = Path.of(".");
    private final MemoryJournal journal = new MemoryJournal("KAT", "kdfq");

    @Test
    void sendsInOrderAndNoFurtherThanTheWindow() {
        journal.append(1500);

        assertThat(drain(delivery(), 0)).isEqualTo(seqs(1, 1000));
    }

    @Test
    void anAcknowledgementOpensTheWindow() {
        journal.append(1500);
        Delivery delivery = delivery();
        drain(delivery, 0);

        delivery.acknowledged(ackOf(journal, 300), 0);

        assertThat(delivery.cursor()).isEqualTo(300);
        assertThat(drain(delivery, 0)).isEqualTo(seqs(1001, 1300));
    }

    @Test
    void theCursorSurvivesARestart() {
        journal.append(10);
        Delivery delivery = delivery();
        delivery.acknowledged(ackOf(journal, 4), 0);
        delivery.save();

        Delivery restarted = delivery();

        assertThat(restarted.cursor()).isEqualTo(4);
        assertThat(drain(restarted, 0)).isEqualTo(seqs(5, 10));
    }

    @Test
    void anotherEpochBeginsAtTheBeginning() {
        journal.append(10);
        Delivery delivery = delivery();
        delivery.acknowledged(ackOf(journal, 4), 0);
        delivery.save();
        var fresh = new MemoryJournal("KAT", "wxyz");
        fresh.append(2);

        Delivery restarted = new Delivery(fresh, new AcknowledgedFile(directory), UplinkRig.QUICK);

        assertThat(restarted.cursor()).isZero();
        assertThat(restarted.historyDiffers()).isFalse();
        assertThat(drain(restarted, 0)).isEqualTo(seqs(1, 2));
    }

    @Test
    void anAcknowledgementOfAnotherEpochMovesNothing() {
        journal.append(3);
        Delivery delivery = delivery();

        delivery.acknowledged(new Ack("KAT", "other", 3, Chain.START, List.of()), 0);

        assertThat(delivery.cursor()).isZero();
        assertThat(delivery.historyDiffers()).isFalse();
    }

    @Test
    void anotherHashIsAnAlarmAndTheCursorStays() {
        journal.append(3);
        Delivery delivery = delivery();

        delivery.acknowledged(new Ack("KAT", "kdfq", 2, "f".repeat(64), List.of()), 0);

        assertThat(delivery.historyDiffers()).isTrue();
        assertThat(delivery.cursor()).isZero();
        assertThat(drain(delivery, 0)).isEmpty();
    }

    @Test
    void moreThanTheJournalHoldsIsAnAlarm() {
        journal.append(3);
        Delivery delivery = delivery();

        delivery.acknowledged(new Ack("KAT", "kdfq", 4, "f".repeat(64), List.of()), 0);

        assertThat(delivery.historyDiffers()).isTrue();
    }

    @Test
    void aJournalThatLostItsAcknowledgedTailIsAnAlarmAtTheStart() {
        journal.append(10);
        Delivery delivery = delivery();
        delivery.acknowledged(ackOf(journal, 10), 0);
        delivery.save();
        var shorter = new MemoryJournal("KAT", "kdfq");
        shorter.append(5);

        assertThat(
                        new Delivery(shorter, new AcknowledgedFile(directory), UplinkRig.QUICK)
                                .historyDiffers())
                .isTrue();
    }

    @Test
    void theAlarmEndsWhenTheRegionAgreesAgain() {
        journal.append(3);
        Delivery delivery = delivery();
        delivery.acknowledged(new Ack("KAT", "kdfq", 2, "f".repeat(64), List.of()), 0);

        delivery.acknowledged(ackOf(journal, 2), 0);

        assertThat(delivery.historyDiffers()).isFalse();
        assertThat(delivery.cursor()).isEqualTo(2);
    }

    @Test
    void whatIsWantedGoesFirstThenTheRest() {
        journal.append(20);
        Delivery delivery = delivery();
        delivery.acknowledged(
                ackOf(journal, 10, new SeqRange(3, 5), new SeqRange(8, 8), new SeqRange(90, 99)),
                0);

        List<Long> expected = new ArrayList<>(List.of(3L, 4L, 5L, 8L));
        expected.addAll(seqs(11, 20));
        assertThat(drain(delivery, 0)).isEqualTo(expected);
        assertThat(delivery.cursor()).isEqualTo(10);
    }

    @Test
    void whatIsNotAcknowledgedInTimeIsSentAgainEverMoreSeldom() {
        journal.append(3);
        Delivery delivery = delivery();
        assertThat(drain(delivery, 0)).isEqualTo(seqs(1, 3));

        delivery.resendIfOverdue(RESEND - 1);
        assertThat(drain(delivery, RESEND - 1)).isEmpty();
        delivery.resendIfOverdue(RESEND);
        assertThat(drain(delivery, RESEND)).isEqualTo(seqs(1, 3));
        delivery.resendIfOverdue(2 * RESEND);
        assertThat(drain(delivery, 2 * RESEND)).isEmpty();
        delivery.resendIfOverdue(3 * RESEND);
        assertThat(drain(delivery, 3 * RESEND)).isEqualTo(seqs(1, 3));
    }

    @Test
    void whatIsAcknowledgedIsNeverSentAgain() {
        journal.append(3);
        Delivery delivery = delivery();
        drain(delivery, 0);
        delivery.acknowledged(ackOf(journal, 3), 0);

        delivery.resendIfOverdue(Duration.ofDays(1).toNanos());
        delivery.rewind();

        assertThat(drain(delivery, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "{\"epoch\":\"kdfq\",\"seq\":-1,\"hash\":\"00\"}",
                "{\"epoch\":\"kdfq\",\"hash\":\"00\"}",
                "{\"epoch\":\"kdfq\",\"seq\":3,\"hash\":\"zz\"}"
            })
    void aBrokenCursorFileOnlyMeansSendingAgain(String content) throws IOException {
        Files.writeString(directory.resolve("acknowledged.json"), content);
        journal.append(3);

        Delivery delivery = delivery();

        assertThat(delivery.historyDiffers()).isFalse();
        assertThat(drain(delivery, 0)).isEqualTo(seqs(1, 3));
    }

    @Test
    void whatWasRetiredIsSteppedOver() {
        journal.append(2000);
        Delivery delivery = delivery();
        delivery.acknowledged(ackOf(journal, 4), 0);
        assertThat(drain(delivery, 0)).hasSize(1000);

        journal.retire(1500);

        assertThat(delivery.givenUp()).isEqualTo(1496);
        assertThat(drain(delivery, 0)).isEqualTo(seqs(1501, 2000));
        delivery.resendIfOverdue(RESEND);
        assertThat(drain(delivery, RESEND)).isEqualTo(seqs(1501, 2000));
    }

    @Test
    void theRegionStepsOverTheGapAndEverythingGoesOn() {
        journal.append(20);
        Delivery delivery = delivery();
        delivery.acknowledged(ackOf(journal, 4), 0);
        var late = ackOf(journal, 7);
        journal.retire(10);
        drain(delivery, 0);

        delivery.acknowledged(late, 0);
        assertThat(delivery.cursor()).isEqualTo(4);
        delivery.acknowledged(ackOf(journal, 10), 0);
        assertThat(delivery.cursor()).isEqualTo(10);
        assertThat(delivery.givenUp()).isZero();
        delivery.acknowledged(ackOf(journal, 20), 0);
        delivery.save();

        assertThat(delivery().cursor()).isEqualTo(20);
        assertThat(delivery().historyDiffers()).isFalse();
    }

    @Test
    void whatIsWantedAndRetiredIsNotWaitedFor() {
        journal.append(20);
        Delivery delivery = delivery();
        delivery.acknowledged(ackOf(journal, 20), 0);
        var wants = ackOf(journal, 0, new SeqRange(1, 20));
        journal.retire(18);

        delivery.acknowledged(wants, 0);

        assertThat(drain(delivery, 0)).isEqualTo(seqs(19, 20));
    }

    @Test
    void aCursorBeforeTheRetiredPrefixIsNoAlarm() {
        journal.append(20);
        Delivery before = delivery();
        before.acknowledged(ackOf(journal, 4), 0);
        before.save();
        journal.retire(10);

        Delivery delivery = delivery();

        assertThat(delivery.historyDiffers()).isFalse();
        assertThat(drain(delivery, 0)).isEqualTo(seqs(11, 20));
    }

    private Delivery delivery() {
        return new Delivery(journal, new AcknowledgedFile(directory), UplinkRig.QUICK);
    }

    private static List<Long> drain(Delivery delivery, long nowNanos) {
        List<Long> sent = new ArrayList<>();
        for (EventMessage message = delivery.next(nowNanos);
                message != null;
                message = delivery.next(nowNanos)) {
            sent.add(message.envelope().path("seq").asLong());
        }
        return sent;
    }

    private static List<Long> seqs(long first, long last) {
        return java.util.stream.LongStream.rangeClosed(first, last).boxed().toList();
    }
}
