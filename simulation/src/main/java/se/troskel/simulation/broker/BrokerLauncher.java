package se.troskel.simulation.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.troskel.simulation.process.ParentWatch;

/// The demo's broker as a program of its own: HiveMQ CE, embedded, on loopback. Started as
/// `BrokerLauncher PORT FOLDER`; ends on SIGTERM.
///
/// Its limits on queued and unanswered messages are raised: with the defaults it drops QoS 1
/// messages to a slow subscriber.
public final class BrokerLauncher {
    private BrokerLauncher() {}

    public static void main(String[] arguments) throws IOException {
        ParentWatch.start();
        Path folder = Path.of(arguments[1]);
        EmbeddedHiveMQ broker = prepare(Integer.parseInt(arguments[0]), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> broker.stop().join()));
        broker.start().join();
    }

    /// A broker that is not started yet, with its configuration and data under `folder`.
    public static EmbeddedHiveMQ prepare(int port, Path folder) throws IOException {
        Path configuration = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(configuration.resolve("config.xml"), configuration(port));
        Files.writeString(configuration.resolve("logback.xml"), LOGBACK);
        return EmbeddedHiveMQ.builder()
                .withConfigurationFolder(configuration)
                .withDataFolder(Files.createDirectories(folder.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                .build();
    }

    private static String configuration(int port) {
        return """
        <?xml version="1.0"?>
        <hivemq>
            <listeners>
                <tcp-listener>
                    <port>%d</port>
                    <bind-address>127.0.0.1</bind-address>
                </tcp-listener>
            </listeners>
            <mqtt>
                <receive-maximum>
                    <server-receive-maximum>1000</server-receive-maximum>
                </receive-maximum>
                <queued-messages>
                    <max-queue-size>1000000</max-queue-size>
                </queued-messages>
            </mqtt>
            <persistence>
                <mode>file</mode>
            </persistence>
            <anonymous-usage-statistics>
                <enabled>false</enabled>
            </anonymous-usage-statistics>
        </hivemq>
        """
                .formatted(port);
    }

    private static final String LOGBACK =
            """
            <configuration>
                <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
                <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger{0} %msg%n</pattern></encoder>
                </appender>
                <root level="WARN"><appender-ref ref="console"/></root>
            </configuration>
            """;
}
