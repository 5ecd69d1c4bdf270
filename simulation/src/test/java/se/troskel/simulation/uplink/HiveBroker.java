package se.troskel.simulation.uplink;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// HiveMQ CE in this process; the broker that needs nothing installed.
final class HiveBroker implements BrokerUnderTest {
    private final Path directory;
    private final int port = BrokerUnderTest.freePort();
    private @Nullable EmbeddedHiveMQ broker;

    HiveBroker(Path directory) {
        this.directory = directory;
        try {
            for (String folder : new String[] {"conf", "data", "extensions"}) {
                Files.createDirectories(directory.resolve(folder));
            }
            Files.writeString(
                    directory.resolve("conf/config.xml"),
                    """
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
                          <max-queue-size>100000</max-queue-size>
                        </queued-messages>
                      </mqtt>
                      <anonymous-usage-statistics>
                        <enabled>false</enabled>
                      </anonymous-usage-statistics>
                    </hivemq>
                    """
                            .formatted(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        broker =
                EmbeddedHiveMQ.builder()
                        .withConfigurationFolder(directory.resolve("conf"))
                        .withDataFolder(directory.resolve("data"))
                        .withExtensionsFolder(directory.resolve("extensions"))
                        .build();
        broker.start().join();
    }

    @Override
    public void kill() {
        EmbeddedHiveMQ running = broker;
        broker = null;
        if (running != null) {
            running.stop().join();
        }
    }
}
