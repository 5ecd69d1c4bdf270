package se.troskel.simulation.day;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Listens to everything on the broker, as anybody with a key to it could.
final class TopicWatch implements AutoCloseable {
    private static final Pattern DOCUMENTED =
            Pattern.compile(
                    "troskel/v1/[A-Za-z0-9-]+/(state/(centre|(rooms|doors|devices)/[A-Za-z0-9-]+)|events|ack|requests|replies)");

    private final Mqtt5AsyncClient client;
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> payloads = new ConcurrentLinkedQueue<>();

    TopicWatch(InetSocketAddress broker) {
        client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier("day-watch")
                        .serverHost(broker.getHostString())
                        .serverPort(broker.getPort())
                        .automaticReconnectWithDefaultConfig()
                        .addConnectedListener(_ -> subscribe())
                        .buildAsync();
        var _ = client.connect();
    }

    private void subscribe() {
        var _ =
                client.subscribeWith()
                        .topicFilter("#")
                        .callback(message -> {
                            topics.add(message.getTopic().toString());
                            payloads.add(
                                    new String(
                                            message.getPayloadAsBytes(), StandardCharsets.UTF_8));
                        })
                        .send();
    }

    int heard() {
        return payloads.size();
    }

    /// Topics that no document names.
    Set<String> undocumented() {
        Set<String> unknown = new TreeSet<>();
        topics.stream().filter(topic -> !DOCUMENTED.matcher(topic).matches()).forEach(unknown::add);
        return unknown;
    }

    /// How many different topics were heard.
    int topics() {
        return topics.size();
    }

    /// Which of the secrets stood in a topic or a message.
    List<String> leaked(Secrets secrets) {
        return Stream.concat(topics.stream(), payloads.stream())
                .flatMap(text -> secrets.in(text).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
