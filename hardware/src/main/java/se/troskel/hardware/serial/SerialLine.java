package se.troskel.hardware.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.hardware.internal.ReportedHealth;
import se.troskel.protocol.event.DeviceHealth;

/// A serial port read line by line on one daemon thread. When the port goes away the device is
/// OFFLINE and the port is tried again every second, for ever.
final class SerialLine implements AutoCloseable {
    /// Usual speed of scanners and card readers on a UART; a USB one takes any.
    static final int USUAL_BAUD = 9600;

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int READ_MILLIS =
            (int) TimeUnit.NANOSECONDS.toMillis(LineFramer.GAP_NANOS);
    private static final Logger LOG = LoggerFactory.getLogger(SerialLine.class);

    private final SerialAddress address;
    private final int maxLength;
    private final Consumer<String> lines;
    private final ReportedHealth health = new ReportedHealth(DeviceHealth.UNKNOWN);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /// Starts reading.
    ///
    /// @param maxLength longest line in characters
    /// @param lines called on this device's thread
    SerialLine(SerialAddress address, int maxLength, Consumer<String> lines) {
        this.address = address;
        this.maxLength = maxLength;
        this.lines = lines;
        this.thread = Thread.ofPlatform().daemon().name("serial-" + address.id()).start(this::run);
    }

    ReportedHealth health() {
        return health;
    }

    /// Ends the thread; waits at most a second for it to release the port.
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(RETRY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                readUntilGone();
                report(DeviceHealth.OFFLINE);
            } while (!closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void readUntilGone() {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(address.port());
        } catch (SerialPortInvalidPortException absent) {
            return;
        }
        port.setBaudRate(address.baud());
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        if (!port.openPort()) {
            return;
        }
        try {
            report(DeviceHealth.ONLINE);
            readFrom(port);
        } finally {
            port.closePort();
        }
    }

    /// A read waits for its first byte as long as the gap that ends a line. The framer's time moves
    /// only by reads that waited in vain, so that silence on the wire ends a line, never a pause of
    /// this thread.
    private void readFrom(SerialPort port) {
        LineFramer framer = new LineFramer(maxLength);
        byte[] bytes = new byte[1024];
        long silentNanos = 0;
        while (closing.getCount() > 0) {
            int count = port.readBytes(bytes, bytes.length);
            if (count < 0 || (count == 0 && port.bytesAvailable() < 0)) {
                return;
            }
            long refusedBefore = framer.refused();
            if (count == 0) {
                silentNanos += LineFramer.GAP_NANOS;
                framer.poll(silentNanos).ifPresent(lines);
            }
            for (int i = 0; i < count; i++) {
                framer.accept(bytes[i], silentNanos).ifPresent(lines);
            }
            if (framer.refused() > refusedBefore) {
                LOG.warn("{}: an unreadable line refused; check baud rate and code", address.id());
            }
        }
    }

    private void report(DeviceHealth now) {
        if (health.now() != now) {
            LOG.info("{}: {} at {}", address.id(), now, address.port());
        }
        health.set(now);
        health.deliver();
    }
}
