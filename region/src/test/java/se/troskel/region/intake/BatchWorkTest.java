package se.troskel.region.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.SeqRange;
import se.troskel.protocol.occupancy.Quality;
import se.troskel.region.SampleCentre;
import se.troskel.region.picture.Board;
import se.troskel.region.picture.LivePicture;
import se.troskel.region.picture.Missing;
import se.troskel.region.store.RegionStore;
import se.troskel.region.store.StoredGap;
import se.troskel.region.store.StoredHistory;
import se.troskel.region.store.StoredState;

/// Goal: INV-07, an acknowledged record is stored exactly once and in order, whatever order,
/// doubles and gaps it arrives in. Method: batches by hand into a real H2 file, every answer looked
/// at, the stored record compared with the journal after each test.
class BatchWorkTest {
    @TempDir Path directory = Path.of(".");
    private final SampleCentre kat = new SampleCentre("KAT", "kdfq");
    private final List<Ack> answers = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private final Board board = new Board();
    private long nowNanos;
    private Instant now = SampleCentre.START;
    private @Nullable RegionStore opened;
    private @Nullable BatchWork started;

    private BatchWork start() {
        return new BatchWork(
                new Intake.Parts(store(), board, new LivePicture(), this::answered),
                () -> now,
                () -> nowNanos);
    }

    private RegionStore store() {
        RegionStore store = opened;
        if (store == null) {
            store = RegionStore.open(directory.resolve("data"), now);
            opened = store;
        }
        return store;
    }

    @BeforeEach
    void load() {
        started = start();
        work().reload();
    }

    private BatchWork work() {
        return Objects.requireNonNull(started);
    }

    @AfterEach
    void recordIsAPrefixOfTheJournalButForWhatTheCentreGaveUp() {
        List<EventMessage> stored = stored(kat);
        long end = store().records().history("KAT", kat.epoch()).map(StoredHistory::seq).orElse(0L);
        List<EventMessage> expected = new ArrayList<>();
        for (long seq = 1; seq <= end; seq++) {
            long position = seq;
            if (store().gaps().stream()
                    .noneMatch(gap -> gap.firstSeq() <= position && position <= gap.lastSeq())) {
                expected.add(kat.at(seq));
            }
        }
        assertThat(stored).isEqualTo(expected);
        store().close();
        opened = null;
    }

    @Test
    void storesInOrderThenAnswersTheCentreThenTheBroker() {
        kat.append(5);

        take(LongStream.rangeClosed(1, 5).toArray());

        assertThat(stored(kat)).isEqualTo(kat.records());
        assertThat(answers).containsExactly(ack(kat, 5));
        assertThat(order).containsExactly("ack", "broker", "broker", "broker", "broker", "broker");
    }

    @Test
    void aRecordThatComesAgainIsStoredOnceAndAnsweredAgain() {
        kat.append(3);
        take(1, 2, 3);

        take(2, 3);
        take(1, 1, 3);

        assertThat(stored(kat)).isEqualTo(kat.records());
        assertThat(answers).containsExactly(ack(kat, 3), ack(kat, 3), ack(kat, 3));
        assertThat(work().status(true, 0, 0, true).duplicates()).isEqualTo(5);
    }

    @Test
    void aGapIsAskedForOnceAndWhatCameEarlyIsKept() {
        kat.append(6);
        take(1);

        take(4, 5);
        take(6);

        assertThat(stored(kat)).hasSize(1);
        assertThat(answers).containsExactly(ack(kat, 1), ack(kat, 1, new SeqRange(2, 3)));

        take(2, 3);

        assertThat(stored(kat)).isEqualTo(kat.records());
        assertThat(answers.getLast()).isEqualTo(ack(kat, 6));
    }

    @Test
    void aGapThatStaysIsAskedForAgainWhileTheCentreIsThere() {
        kat.append(6);
        state(kat.state(true, now), false);
        answers.clear();
        take(3);
        assertThat(answers).containsExactly(ack(kat, 0, new SeqRange(1, 2)));
        answers.clear();

        work().askWhereStalled();
        assertThat(answers).isEmpty();
        nowNanos += Duration.ofSeconds(4).toNanos();
        work().askWhereStalled();
        assertThat(answers).containsExactly(ack(kat, 0, new SeqRange(1, 2)));

        answers.clear();
        state(kat.state(false, now), false);
        answers.clear();
        nowNanos += Duration.ofHours(1).toNanos();
        work().askWhereStalled();
        assertThat(answers).isEmpty();
    }

    @Test
    void aMissingEndIsAskedForWhenTheCentreSaysThatThereIsMore() {
        kat.append(4);
        take(1, 2);
        state(kat.state(true, now), false);
        assertThat(answers.getLast()).isEqualTo(ack(kat, 2));

        nowNanos += Duration.ofSeconds(4).toNanos();
        work().askWhereStalled();

        assertThat(answers.getLast()).isEqualTo(ack(kat, 2, new SeqRange(3, 4)));
    }

    @Test
    void everyOrderOfArrivalComesToTheSameRecord() {
        kat.append(40);
        var random = new Random(11);
        for (int round = 0; round < 20; round++) {
            List<Long> seqs = new ArrayList<>(LongStream.rangeClosed(1, 40).boxed().toList());
            Collections.shuffle(seqs, random);
            take(seqs.stream().mapToLong(Long::longValue).limit(25).toArray());
        }
        take(LongStream.rangeClosed(1, 40).toArray());

        assertThat(stored(kat)).isEqualTo(kat.records());
    }

    @Test
    void centresAreApart() {
        var nyk = new SampleCentre("NYK", "kdfq");
        kat.append(2);
        nyk.append(3);

        work().take(
                        List.of(
                                delivered(nyk, nyk.at(1)),
                                delivered(kat, kat.at(1)),
                                delivered(nyk, nyk.at(2)),
                                delivered(kat, kat.at(2)),
                                delivered(nyk, nyk.at(3))));

        assertThat(stored(kat)).isEqualTo(kat.records());
        assertThat(stored(nyk)).isEqualTo(nyk.records());
    }

    @Test
    void aNewEpochBeginsAHistoryOfItsOwn() {
        kat.append(3);
        take(1, 2, 3);
        var restored = new SampleCentre("KAT", "wxyz");
        restored.append(2);

        work().take(
                        List.of(
                                delivered(restored, restored.at(1)),
                                delivered(restored, restored.at(2))));

        assertThat(stored(kat)).isEqualTo(kat.records());
        assertThat(stored(restored)).isEqualTo(restored.records());
        assertThat(answers.getLast()).isEqualTo(ack(restored, 2));
    }

    @Test
    void anotherHistoryUnderTheSameEpochIsRefusedAndSaid() {
        kat.append(3);
        take(1, 2, 3);
        var forged = new SampleCentre("KAT", "kdfq");
        forged.append(2);
        forged.append(3);

        work().take(List.of(delivered(forged, forged.at(4))));

        assertThat(stored(kat)).isEqualTo(kat.records());
        assertThat(answers.getLast()).isEqualTo(ack(kat, 3));
        assertThat(work().picture().getFirst().historyDiffers()).isTrue();
    }

    @Test
    void afterARestartTheRecordGoesOn() {
        kat.append(4);
        take(1, 2);
        store().close();
        opened = null;
        load();

        take(3, 4);

        assertThat(stored(kat)).isEqualTo(kat.records());
    }

    @Test
    void whatTheCentreGaveUpIsSteppedOverKeptAndShown() {
        kat.append(10);
        take(1, 2);
        take(5, 8, 9);
        kat.retire(7);

        state(kat.state(true, now), false);

        assertThat(stored(kat)).containsExactly(kat.at(1), kat.at(2), kat.at(8), kat.at(9));
        assertThat(store().gaps()).containsExactly(new StoredGap("KAT", "kdfq", 3, 7, now));
        assertThat(answers.getLast()).isEqualTo(ack(kat, 9));
        assertThat(work().picture().getFirst().missing()).isEqualTo(new Missing(5, now));
        take(10);
        assertThat(answers.getLast()).isEqualTo(ack(kat, 10));
    }

    @Test
    void aGapIsNeverSteppedOverUndeclared() {
        kat.append(10);
        take(1, 2);

        take(8, 9, 10);
        state(kat.state(true, now), false);

        assertThat(stored(kat)).hasSize(2);
        assertThat(work().picture().getFirst().missing()).isNull();
    }

    @Test
    void whatWasRetiredAfterItWasStoredIsNotMissing() {
        kat.append(5);
        take(1, 2, 3, 4, 5);
        kat.retire(4);

        state(kat.state(true, now), false);

        assertThat(store().gaps()).isEmpty();
        assertThat(work().picture().getFirst().historyDiffers()).isFalse();
    }

    @Test
    void aGapIsShownAfterARestartAndAGrowingOneIsCountedOnce() {
        kat.append(10);
        kat.retire(4);
        state(kat.state(true, now), false);
        var lastWill = kat.state(false, now);
        store().close();
        opened = null;
        load();
        kat.retire(9);

        state(kat.state(true, now), false);
        state(lastWill, false);

        assertThat(store().gaps()).extracting(StoredGap::firstSeq).containsExactly(1L, 5L);
        assertThat(work().picture().getFirst().missing()).isEqualTo(new Missing(9, now));
        assertThat(answers.getLast()).isEqualTo(ack(kat, 9));
    }

    @Test
    void whatDoesNotContinueTheGapIsAnotherHistory() {
        kat.append(10);
        kat.retire(7);
        state(kat.state(true, now), false);
        var forged = new SampleCentre("KAT", "kdfq");
        forged.append(2);
        forged.append(6);

        work().take(List.of(delivered(forged, forged.at(8))));

        assertThat(stored(kat)).isEmpty();
        assertThat(work().picture().getFirst().historyDiffers()).isTrue();
    }

    @Test
    void aRetiredPrefixThatCannotBeIsRefused() {
        kat.append(10);
        kat.retire(10);
        var text = Json.text(kat.state(true, now)).replaceFirst("lastSeq.:10", "lastSeq\":9");

        work().take(List.of(new Delivered(kat.topics().centreState(), text, false, () -> {})));

        assertThat(store().gaps()).isEmpty();
        assertThat(work().status(true, 0, 0, true).malformed()).isEqualTo(1);
    }

    @Test
    void everyCentreIsToldHowFarItIsStored() {
        kat.append(2);
        take(1, 2);
        answers.clear();

        work().acknowledgeAll();

        assertThat(answers).containsExactly(ack(kat, 2));
    }

    @Test
    void aRecordThatWasLostIsAskedForFromTheBeginning() {
        kat.append(2500);
        state(kat.state(true, now), true);
        assertThat(answers.getLast()).isEqualTo(ack(kat, 0));
        nowNanos += Duration.ofSeconds(4).toNanos();

        work().askWhereStalled();

        assertThat(answers.getLast()).isEqualTo(ack(kat, 0, new SeqRange(1, 1000)));

        take(LongStream.rangeClosed(1, 400).toArray());
        assertThat(answers.getLast()).isEqualTo(ack(kat, 400));
        take(LongStream.rangeClosed(401, 1000).toArray());
        assertThat(answers.getLast()).isEqualTo(ack(kat, 1000, new SeqRange(1001, 2000)));
        take(LongStream.rangeClosed(1001, 2000).toArray());
        assertThat(answers.getLast()).isEqualTo(ack(kat, 2000, new SeqRange(2001, 2500)));
        take(LongStream.rangeClosed(2001, 2500).toArray());
        assertThat(answers.getLast()).isEqualTo(ack(kat, 2500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"centre\":\"KAT\"}",
                "{\"centre\":\"NYK\",\"envelope\":{},\"body\":{},\"local\":null,\"previous\":\"\",\"hash\":\"\"}",
                "{\"centre\":\"KAT\",\"envelope\":1,\"body\":2,\"local\":null,\"previous\":\"\",\"hash\":\"\"}"
            })
    void whatIsMalformedIsCountedAndHoldsNobodyUp(String text) {
        kat.append(1);

        work().take(
                        List.of(
                                new Delivered(
                                        kat.topics().events(), text, false, () -> order.add("bad")),
                                delivered(kat, kat.at(1))));

        assertThat(work().status(true, 0, 0, true).malformed()).isEqualTo(1);
        assertThat(stored(kat)).hasSize(1);
        assertThat(order).containsExactly("ack", "bad", "broker");
    }

    @Test
    void oneChangedCharacterAnywhereIsRefused() {
        kat.append(1);
        String whole = Json.text(kat.at(1));
        int refused = 0;
        for (int i = 0; i < whole.length(); i++) {
            char other = whole.charAt(i) == '5' ? '6' : '5';
            String changed = whole.substring(0, i) + other + whole.substring(i + 1);
            work().take(List.of(new Delivered(kat.topics().events(), changed, false, () -> {})));
            refused++;
        }

        assertThat(stored(kat)).isEmpty();
        assertThat(work().status(true, 0, 0, true).malformed()).isEqualTo(refused);
    }

    @Test
    void statesAreShownAndSurviveARestart() {
        state(kat.state(true, now), false);
        message(kat.topics().roomState("studio"), kat.room("studio", 7, Quality.HIGH), false);
        store().close();
        opened = null;

        var restarted = new Board();
        var intake =
                new Intake(
                        new Intake.Parts(
                                store(), restarted, new LivePicture(), (topic, payload) -> {}),
                        () -> now,
                        () -> nowNanos);

        assertThat(restarted.isOnline("KAT")).isTrue();
        assertThat(restarted.heard("KAT")).isEqualTo(now);
        assertThat(restarted.room("KAT", "studio")).isEqualTo(kat.room("studio", 7, Quality.HIGH));
        intake.close();
    }

    @Test
    void theLastWillIsShownAndIsNotHearing() {
        state(kat.state(true, now), false);
        Instant before = now;
        now = now.plusSeconds(90);

        state(kat.state(false, before), false);

        assertThat(board.isOnline("KAT")).isFalse();
        assertThat(board.heard("KAT")).isEqualTo(before);
    }

    @Test
    void whatTheBrokerHadKeptIsAsOldAsItSays() {
        now = now.plusSeconds(5000);

        state(kat.state(true, SampleCentre.START), true);

        assertThat(board.heard("KAT")).isEqualTo(SampleCentre.START);
    }

    @Test
    void peopleAreSampledWhenTheyChange() {
        message(kat.topics().roomState("studio"), kat.room("studio", 7, Quality.HIGH), false);
        now = now.plusSeconds(1);
        message(kat.topics().roomState("studio"), kat.room("studio", 7, Quality.HIGH), false);
        now = now.plusSeconds(1);
        message(kat.topics().roomState("studio"), kat.room("studio", null, Quality.NONE), false);

        assertThat(store().samples("KAT", SampleCentre.START))
                .extracting("people")
                .containsExactly(7, null);
    }

    @Test
    void aStateThatIsTakenAwayIsForgotten() {
        message(kat.topics().roomState("studio"), kat.room("studio", 7, Quality.HIGH), false);

        work().take(List.of(new Delivered(kat.topics().roomState("studio"), "", false, () -> {})));

        assertThat(board.room("KAT", "studio")).isNull();
        assertThat(store().states()).isEmpty();
    }

    @Test
    void aStateAboutSomethingElseThanItsTopicIsRefused() {
        message(kat.topics().roomState("hall"), kat.room("studio", 7, Quality.HIGH), false);
        message(kat.topics().centreState(), new SampleCentre("NYK", "a").state(true, now), false);

        assertThat(work().status(true, 0, 0, true).malformed()).isEqualTo(2);
        assertThat(store().states()).isEmpty();
    }

    private void take(long... seqs) {
        List<Delivered> batch = new ArrayList<>();
        for (long seq : seqs) {
            batch.add(delivered(kat, kat.at(seq)));
        }
        order.clear();
        work().take(batch);
    }

    @Test
    void aLastWillTakesNothingOfWhatWasLastHeardNotEvenOverARestart() {
        CentreState said = kat.having(now, "a");
        state(said, false);
        state(kat.will(now.minusSeconds(7200)), false);

        CentreState known = Objects.requireNonNull(board.state("KAT"));
        assertThat(known.online()).isFalse();
        assertThat(known.mode()).isEqualTo(said.mode());
        assertThat(known.until()).isEqualTo(said.until());
        assertThat(known.parts()).isEqualTo(said.parts());
        assertThat(store().states())
                .singleElement()
                .satisfies(stored -> assertThat(stored.payload()).isEqualTo(Json.text(known)));
    }

    @Test
    void whatACentreHasNoMoreIsForgottenAndStaysSo() {
        state(kat.having(now, "a", "b"), false);
        message(kat.topics().roomState("a"), kat.room("a", 3, Quality.HIGH), false);
        message(kat.topics().roomState("b"), kat.room("b", 4, Quality.HIGH), false);
        state(kat.having(now, "a"), false);
        message(kat.topics().roomState("b"), kat.room("b", 4, Quality.HIGH), true);

        assertThat(board.room("KAT", "a")).isNotNull();
        assertThat(board.room("KAT", "b")).isNull();
        assertThat(store().states())
                .extracting(StoredState::topic)
                .containsExactly(kat.topics().centreState(), kat.topics().roomState("a"));
    }

    private void state(Object message, boolean retained) {
        message(kat.topics().centreState(), message, retained);
    }

    private void message(String topic, Object message, boolean retained) {
        work().take(List.of(new Delivered(topic, Json.text(message), retained, () -> {})));
    }

    private Delivered delivered(SampleCentre centre, EventMessage record) {
        return new Delivered(
                centre.topics().events(), Json.text(record), false, () -> order.add("broker"));
    }

    private void answered(String topic, byte[] payload) {
        order.add("ack");
        Ack ack = Json.read(payload, Ack.class);
        assertThat(topic).isEqualTo("troskel/v1/" + ack.centre() + "/ack");
        assertThat(new String(payload, StandardCharsets.UTF_8)).doesNotContain("\n");
        answers.add(ack);
    }

    private List<EventMessage> stored(SampleCentre centre) {
        return store().records().read(centre.topics().centre(), centre.epoch(), 1, 10_000);
    }

    private static Ack ack(SampleCentre centre, long seq, SeqRange... want) {
        return new Ack(
                centre.topics().centre(),
                centre.epoch(),
                seq,
                seq == 0 ? Chain.START : centre.at(seq).hash(),
                List.of(want));
    }
}
