package se.troskel.protocol.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.protocol.json.Json;
import tools.jackson.databind.JsonNode;

/// Goal: everybody who computes the chain computes the same one. Method: three records whose hashes
/// were computed by another program (Python's hashlib), then every member of a record changed in
/// turn.
class ChainTest {
    private static final String LOCAL =
            "305531dcc50ebca31cf1d5b31e9fc76ed51f66b3b6dd5a030c6539ae6532f979";
    private static final List<Vector> VECTORS =
            List.of(
                    new Vector(
                            Chain.START,
                            "{\"id\":\"01980000-0000-7000-8000-000000000001\",\"centre\":\"KAT\","
                                    + "\"epoch\":\"kdfq\",\"seq\":1,\"at\":\"2026-10-05T06:00:00Z\","
                                    + "\"boot\":\"bx\",\"monoNanos\":5,\"clock\":\"SYNCED\","
                                    + "\"type\":\"CENTRE_STARTED\"}",
                            "{\"version\":\"0.1\",\"clean\":true}",
                            null,
                            "8301062c313174c6e0bfd2b729bcd3c589d8f7634374189e858979bfbca7dda9"),
                    new Vector(
                            "8301062c313174c6e0bfd2b729bcd3c589d8f7634374189e858979bfbca7dda9",
                            "{\"id\":\"01980000-0000-7000-8000-000000000002\",\"centre\":\"KAT\","
                                    + "\"epoch\":\"kdfq\",\"seq\":2,\"at\":\"2026-10-05T06:00:01.5Z\","
                                    + "\"boot\":\"bx\",\"monoNanos\":1500000005,\"clock\":\"SYNCED\","
                                    + "\"type\":\"LINK_CHANGED\"}",
                            "{\"connected\":true}",
                            LOCAL,
                            "18e51081f0faa8300a091a53f06348acce6131d143ad3d465c64a25c25315581"),
                    // members that this version does not know, and text beyond ASCII
                    new Vector(
                            "18e51081f0faa8300a091a53f06348acce6131d143ad3d465c64a25c25315581",
                            "{\"centre\":\"KAT\",\"new\":\"å€\"}",
                            "{}",
                            null,
                            "1b26b67aacf443c2e55376c571746f02c2ec063b3763f5fc690c943ba262abe0"));

    record Vector(
            String previous, String envelope, String body, @Nullable String local, String hash) {
        EventMessage message() {
            return Json.read(
                    ("{\"centre\":\"KAT\",\"envelope\":%s,\"body\":%s,\"local\":%s,"
                                    + "\"previous\":\"%s\",\"hash\":\"%s\"}")
                            .formatted(
                                    envelope,
                                    body,
                                    local == null ? null : '"' + local + '"',
                                    previous,
                                    hash)
                            .getBytes(UTF_8),
                    EventMessage.class);
        }
    }

    static List<Vector> vectors() {
        return VECTORS;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hashIsThatOfTheOtherProgram(Vector vector) {
        assertThat(
                        Chain.hash(
                                vector.previous(),
                                vector.envelope().getBytes(UTF_8),
                                vector.body().getBytes(UTF_8),
                                vector.local()))
                .isEqualTo(vector.hash());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void receivedRecordVerifiesWithUnknownMembersToo(Vector vector) {
        assertThat(Chain.verify(vector.message())).isTrue();
    }

    @Test
    void anyChangedMemberIsFound() {
        EventMessage good = VECTORS.get(1).message();
        EventMessage other = VECTORS.get(0).message();
        String local = Objects.requireNonNull(good.local());
        List<EventMessage> changed =
                List.of(
                        with(good, "ESK", good.envelope(), good.body(), local, good.previous()),
                        with(good, "KAT", other.envelope(), good.body(), local, good.previous()),
                        with(good, "KAT", good.envelope(), other.body(), local, good.previous()),
                        with(good, "KAT", good.envelope(), good.body(), null, good.previous()),
                        with(good, "KAT", good.envelope(), good.body(), "x", good.previous()),
                        with(good, "KAT", good.envelope(), good.body(), local, Chain.START),
                        with(good, "KAT", good.envelope(), good.body(), local, ""));
        assertThat(changed).noneMatch(Chain::verify);
        assertThat(with(good, "KAT", good.envelope(), good.body(), local, good.previous()))
                .matches(Chain::verify);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "g", "0x", "A"})
    void whatIsNotAHashIsRefused(String text) {
        assertThat(Chain.isHash(text)).isFalse();
        assertThatThrownBy(() -> Chain.hash(text, new byte[0], new byte[0], null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Chain.hash(Chain.START, new byte[0], new byte[0], text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static EventMessage with(
            EventMessage good,
            String centre,
            JsonNode envelope,
            JsonNode body,
            @Nullable String local,
            String previous) {
        return new EventMessage(centre, envelope, body, local, previous, good.hash());
    }
}
