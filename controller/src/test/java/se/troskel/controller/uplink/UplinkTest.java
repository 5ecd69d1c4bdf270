package se.troskel.controller.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.troskel.controller.uplink.UplinkRig.KAT;
import static se.troskel.controller.uplink.UplinkRig.QUICK;
import static se.troskel.controller.uplink.UplinkRig.ack;
import static se.troskel.controller.uplink.UplinkRig.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.journal.AcknowledgedHead;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.DeviceState;

/// Goal: the uplink's thread does what [Delivery] and [StateBoard] say through every break of the
/// connection. Method: the whole uplink over a broker in memory that refuses, stalls and breaks.
class UplinkTest {
    @TempDir Path directory = Path.of(".");
    private final MemoryJournal journal = new MemoryJournal("KAT", "kdfq");
    private final MemoryBroker broker = new MemoryBroker();
    private @Nullable Uplink running;

    @AfterEach
    void stop() {
        Uplink uplink = running;
        if (uplink != null) {
            uplink.close();
        }
    }

    @Test
    void saysThatTheCentreIsThereThenItsStatesThenItsRecords() {
        journal.append(2);
        Uplink uplink = uplink(QUICK);
        uplink.publishState(KAT.deviceState("k1"), device(DeviceHealth.ONLINE));
        uplink.start();

        await("both records", () -> broker.sentSeqs().equals(List.of(1L, 2L)));

        assertThat(broker.published.stream().map(MemoryBroker.Published::topic))
                .containsExactly(
                        KAT.centreState(), KAT.deviceState("k1"), KAT.events(), KAT.events());
        assertThat(broker.published.stream().map(MemoryBroker.Published::retained))
                .containsExactly(true, true, false, false);
        CentreState state = centreState(broker.published.getFirst().payload());
        assertThat(state.online()).isTrue();
        assertThat(state.lastSeq()).isEqualTo(2);
        assertThat(state.hash()).isEqualTo(journal.hashAt(2).orElseThrow());
    }

    @Test
    void theLastWillIsTheCentreOfflineOnOneLine() {
        Uplink uplink = uplink(QUICK);
        uplink.opening(OpeningMode.STAFFED, MemoryJournal.START.plusSeconds(60));
        uplink.parts(new CentreState.Parts(List.of("study"), List.of(), List.of()));
        uplink.start();
        await("connected", () -> uplink.status().connected());

        String will = broker.wills.getFirst();

        assertThat(will).startsWith(KAT.centreState() + " {").doesNotContain("\n");
        CentreState state = centreState(will.substring(will.indexOf('{')));
        assertThat(state.online()).isFalse();
        assertThat(state.centre()).isEqualTo("KAT");
        assertThat(state.mode()).isNull();
        assertThat(state.until()).isNull();
        assertThat(state.parts()).isNull();
        CentreState said = centreState(broker.published.getFirst().payload());
        assertThat(said.mode()).isEqualTo(OpeningMode.STAFFED);
        assertThat(said.parts()).isNotNull();
    }

    @Test
    void neverMoreInFlightThanTheBrokerTakes() {
        broker.receiveMaximum = 4;
        journal.append(200);
        uplink(QUICK).start();

        await("all records", () -> broker.sentSeqs().size() == 200);

        assertThat(broker.sentSeqs()).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(broker.mostUnconfirmed).isBetween(1, 4);
    }

    @Test
    void aNewRecordIsSentAtOnceAndAnAcknowledgementMovesTheCursor() {
        Uplink uplink = uplink(QUICK);
        uplink.start();
        await("connected", () -> uplink.status().connected());

        journal.append(1);
        await("sent", () -> broker.sentSeqs().equals(List.of(1L)));
        await("waiting", () -> uplink.status().unacknowledged() == 1);
        broker.deliver(KAT.ack(), ack(journal, 1));

        await("acknowledged", () -> uplink.status().acknowledgedSeq() == 1);
        assertThat(uplink.status().unacknowledged()).isZero();
    }

    @Test
    void afterABreakEverythingUnacknowledgedAndEveryStateIsSentAgain() {
        journal.append(5);
        Uplink uplink = uplink(QUICK);
        uplink.publishState(KAT.deviceState("k1"), device(DeviceHealth.ONLINE));
        uplink.start();
        await("sent", () -> broker.sentSeqs().size() == 5);
        broker.deliver(KAT.ack(), ack(journal, 3));
        await("acknowledged", () -> uplink.status().acknowledgedSeq() == 3);

        broker.lose();

        await("sent again", () -> broker.sentSeqs().size() == 7);
        assertThat(broker.sentSeqs()).containsExactly(1L, 2L, 3L, 4L, 5L, 4L, 5L);
        assertThat(broker.on(KAT.centreState())).hasSize(2);
        assertThat(broker.on(KAT.deviceState("k1"))).hasSize(2);
        assertThat(broker.open).hasValue(1);
    }

    @Test
    void keepsTryingWhileTheBrokerRefusesAndForgetsNothing() {
        broker.refuses = true;
        Uplink uplink = uplink(QUICK);
        uplink.start();
        journal.append(3);
        uplink.publishState(KAT.deviceState("k1"), device(DeviceHealth.ONLINE));
        uplink.publishState(KAT.deviceState("k1"), device(DeviceHealth.FAULT));
        await("several attempts", () -> uplink.status().attempts() >= 4);
        assertThat(uplink.status().connected()).isFalse();
        assertThat(uplink.status().trouble()).isNotNull();

        broker.refuses = false;

        await("all records", () -> broker.sentSeqs().equals(List.of(1L, 2L, 3L)));
        assertThat(broker.on(KAT.deviceState("k1"))).hasSize(1);
        assertThat(broker.on(KAT.deviceState("k1")).getFirst().payload()).contains("FAULT");
    }

    @Test
    void aBrokerThatConfirmsNothingIsLeft() {
        broker.confirms = false;
        journal.append(1);
        Uplink uplink = uplink(limits(Duration.ofMillis(50), QUICK.resend()));
        uplink.start();

        await("a second connection", () -> broker.wills.size() >= 2);
        broker.confirms = true;
        await("connected", () -> uplink.status().connected());
    }

    @Test
    void aLostAcknowledgementIsHealedBySendingAgain() {
        journal.append(2);
        Uplink uplink = uplink(limits(QUICK.watchdog(), Duration.ofMillis(100)));
        uplink.start();

        await("sent twice", () -> broker.sentSeqs().size() >= 4);

        assertThat(broker.sentSeqs().subList(0, 4)).containsExactly(1L, 2L, 1L, 2L);
        assertThat(broker.wills).hasSize(1);
    }

    @Test
    void aDifferingHistoryIsShownAndNothingMoreIsSent() {
        journal.append(2);
        Uplink uplink = uplink(QUICK);
        uplink.start();
        await("sent", () -> broker.sentSeqs().size() == 2);

        broker.deliver(
                KAT.ack(),
                ack(journal, 1).replace(journal.hashAt(1).orElseThrow(), "a".repeat(64)));

        await("alarm", () -> uplink.status().historyDiffers());
        journal.append(1);
        uplink.publishState(KAT.deviceState("k1"), device(DeviceHealth.ONLINE));
        await("state still goes", () -> !broker.on(KAT.deviceState("k1")).isEmpty());
        assertThat(broker.sentSeqs()).hasSize(2);
        assertThat(uplink.status().acknowledgedSeq()).isZero();
    }

    @Test
    void answersTheTwoRequestsAndCountsEverythingElse() {
        Uplink uplink = uplink(QUICK);
        uplink.start();
        await("first state", () -> broker.on(KAT.centreState()).size() == 1);

        broker.deliver(
                KAT.requests(),
                "{\"centre\":\"KAT\",\"id\":\"q1\",\"kind\":\"CONFIG_FINGERPRINT\"}");
        await("fingerprint", () -> broker.on(KAT.replies()).size() == 1);
        assertThat(broker.on(KAT.replies()).getFirst().payload())
                .isEqualTo("{\"centre\":\"KAT\",\"id\":\"q1\",\"done\":true,\"text\":\"f00d\"}");
        broker.deliver(KAT.requests(), "{\"centre\":\"KAT\",\"id\":\"q2\",\"kind\":\"STATE\"}");
        await("state again", () -> broker.on(KAT.centreState()).size() == 2);

        List<String> refused =
                new ArrayList<>(
                        List.of(
                                "{\"centre\":\"KAT\",\"id\":\"q3\",\"kind\":\"UNLOCK\"}",
                                "{\"centre\":\"NYK\",\"id\":\"q3\",\"kind\":\"STATE\"}",
                                "{\"centre\":\"KAT\",\"kind\":\"STATE\"}",
                                "{\"centre\":\"KAT\",\"id\":\""
                                        + "x".repeat(65)
                                        + "\",\"kind\":\"STATE\"}",
                                "unlock",
                                ""));
        refused.forEach(payload -> broker.deliver(KAT.requests(), payload));
        broker.deliver(KAT.ack(), "{}");
        broker.deliver("troskel/v1/KAT/unlock", "{}");
        await("counted", () -> uplink.status().droppedMessages() == refused.size() + 2);
        assertThat(broker.on(KAT.replies())).hasSize(2);
    }

    @Test
    void aNewOpeningIsToldAtOnceAndOnce() {
        Uplink uplink = uplink(QUICK);
        uplink.start();
        await("first state", () -> broker.on(KAT.centreState()).size() == 1);

        for (int i = 0; i < 3; i++) {
            uplink.opening(OpeningMode.UNSTAFFED, MemoryJournal.START.plusSeconds(60));
        }
        uplink.publishState(KAT.deviceState("k1"), device(DeviceHealth.ONLINE));

        await("device", () -> broker.on(KAT.deviceState("k1")).size() == 1);
        await("told", () -> broker.on(KAT.centreState()).size() >= 2);
        assertThat(broker.on(KAT.centreState())).hasSize(2);
        CentreState state = centreState(broker.on(KAT.centreState()).getLast().payload());
        assertThat(state.mode()).isEqualTo(OpeningMode.UNSTAFFED);
        assertThat(state.until()).isEqualTo(MemoryJournal.START.plusSeconds(60));
    }

    @Test
    void leavesWithAWordAndSavesItsCursor() {
        journal.append(2);
        Uplink uplink = uplink(QUICK);
        uplink.start();
        await("sent", () -> broker.sentSeqs().size() == 2);
        broker.deliver(KAT.ack(), ack(journal, 2));
        await("acknowledged", () -> uplink.status().acknowledgedSeq() == 2);

        uplink.close();

        assertThat(centreState(broker.published.getLast().payload()).online()).isFalse();
        assertThat(broker.open).hasValue(0);
        assertThat(new AcknowledgedFile(directory).load())
                .contains(new AcknowledgedHead("kdfq", 2, journal.hashAt(2).orElseThrow()));
    }

    @Test
    void takesStatesOfThisCentreOnly() {
        Uplink uplink = uplink(QUICK);

        for (String topic :
                List.of("troskel/v1/NYK/state/rooms/a", KAT.events(), KAT.centreState(), "a")) {
            assertThatThrownBy(() -> uplink.publishState(topic, device(DeviceHealth.FAULT)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void statesBeyondWhatACentreCanHaveAreCounted() {
        Uplink uplink = uplink(QUICK);
        for (int i = 0; i < StateBoard.MOST_TOPICS + 5; i++) {
            uplink.publishState(KAT.deviceState("d" + i), device(DeviceHealth.ONLINE));
        }
        uplink.start();

        // the centre's own state has a place already
        await("counted", () -> uplink.status().droppedStates() == 6);
    }

    private Uplink uplink(UplinkLimits limits) {
        var uplink =
                new Uplink(
                        UplinkRig.settings(directory, limits), journal, UplinkRig.time(), broker);
        running = uplink;
        return uplink;
    }

    private static UplinkLimits limits(Duration watchdog, Duration resend) {
        return new UplinkLimits(
                QUICK.connect(),
                QUICK.keepAlive(),
                QUICK.backoffMin(),
                QUICK.backoffMax(),
                watchdog,
                resend,
                QUICK.heartbeat(),
                QUICK.willDelay(),
                QUICK.inFlight(),
                QUICK.window());
    }

    private static DeviceState device(DeviceHealth health) {
        return new DeviceState("KAT", "k1", "Terminal", health, MemoryJournal.START);
    }

    private static CentreState centreState(String payload) {
        return Json.read(
                payload.getBytes(java.nio.charset.StandardCharsets.UTF_8), CentreState.class);
    }
}
