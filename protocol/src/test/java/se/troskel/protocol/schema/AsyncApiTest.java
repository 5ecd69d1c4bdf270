package se.troskel.protocol.schema;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.RegionRequest;
import se.troskel.protocol.mqtt.Topics;

/// Goal: docs/api/asyncapi.yaml is what goes over the broker, and nothing in it can move a lock.
/// Method: its channels, messages and bindings are compared with [Topics] and the records.
class AsyncApiTest {
    private ApiDocument document;

    @BeforeEach
    void read() throws IOException {
        document = ApiDocument.read("asyncapi.yaml");
    }

    @Test
    void everyReferenceResolves() {
        assertThat(document.references()).hasSizeGreaterThan(40).allMatch(document::resolves);
    }

    @Test
    void channelsAreTheTopics() throws ReflectiveOperationException {
        Map<String, String> topics = new TreeMap<>();
        for (Method method : Topics.class.getDeclaredMethods()) {
            if (isTopic(method)) {
                Object[] ids = new Object[method.getParameterCount()];
                Arrays.fill(ids, "id");
                topics.put(method.getName(), (String) method.invoke(new Topics("KAT"), ids));
            }
        }
        Map<String, String> channels =
                document.namesAt("/channels").stream()
                        .collect(toMap(name -> name, name -> exampleAddress(name)));
        assertThat(channels).hasSize(8).isEqualTo(topics);
    }

    @Test
    void everyPlaceholderOfAnAddressIsAParameter() {
        for (String name : document.namesAt("/channels")) {
            String address = document.at("/channels/" + name + "/address").asText();
            assertThat(document.namesAt("/channels/" + name + "/parameters"))
                    .allMatch(parameter -> address.contains("{" + parameter + "}"))
                    .hasSize((int) address.chars().filter(c -> c == '{').count());
        }
    }

    @Test
    void everyChannelHasOneOperationRetainedForStatesOnly() {
        Set<String> seen = new TreeSet<>();
        for (JsonNode operation : document.at("/operations")) {
            String channel = operation.at("/channel/$ref").asText().replace("#/channels/", "");
            assertThat(seen.add(channel)).isTrue();
            JsonNode mqtt = operation.at("/bindings/mqtt");
            assertThat(mqtt.get("qos").asInt()).isEqualTo(1);
            assertThat(mqtt.get("retain").asBoolean())
                    .isEqualTo(exampleAddress(channel).contains("/state/"));
        }
        assertThat(seen).isEqualTo(document.namesAt("/channels"));
    }

    @Test
    void centreTakesAcknowledgementsAndRequestsOnly() {
        Set<String> taken = new TreeSet<>();
        for (JsonNode operation : document.at("/operations")) {
            if (operation.get("action").asText().equals("receive")) {
                taken.add(
                        operation.at("/messages/0/$ref").asText().replaceFirst(".*/messages/", ""));
            }
        }
        assertThat(taken)
                .containsExactlyInAnyOrder(
                        Ack.class.getSimpleName(), RegionRequest.class.getSimpleName());
    }

    @Test
    void messagesAreTheRecords() {
        Set<String> messages = document.namesAt("/components/messages");
        assertThat(messages).hasSize(8);
        for (String name : messages) {
            assertThat(document.schemaAt("/components/messages/" + name + "/payload"))
                    .isEqualTo(name);
        }
        Set<String> used = new TreeSet<>();
        document.namesAt("/channels")
                .forEach(name -> used.addAll(document.namesAt("/channels/" + name + "/messages")));
        assertThat(used).isEqualTo(messages);
    }

    @Test
    void everyEventHasItsBody() {
        Set<String> types =
                Arrays.stream(EventType.values())
                        .map(Enum::name)
                        .collect(toCollection(TreeSet::new));
        types.add("Envelope");
        assertThat(document.namesAt("/components/schemas")).isEqualTo(types);
        assertThat(EventType.values())
                .allSatisfy(type ->
                        assertThat(document.schemaAt("/components/schemas/" + type))
                                .isEqualTo(type.body().getSimpleName()));
    }

    private String exampleAddress(String channel) {
        return document.at("/channels/" + channel + "/address")
                .asText()
                .replace("{centre}", "KAT")
                .replaceAll("\\{\\w+}", "id");
    }

    private static boolean isTopic(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && method.getReturnType() == String.class
                && !method.getName().equals("centre")
                && !method.getName().equals("toString");
    }
}
