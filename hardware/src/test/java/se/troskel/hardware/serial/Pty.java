package se.troskel.hardware.serial;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A pseudo-terminal of the kernel: this is the scanner's end, [#path] the serial port. Closing it
/// is pulling the plug.
@SuppressWarnings("restricted")
final class Pty implements AutoCloseable {
    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final Linker LINKER = Linker.nativeLinker();

    private final int master;

    Pty() {
        master = call("posix_openpt", READ_WRITE | NO_CONTROLLING_TERMINAL);
        call("grantpt", master);
        call("unlockpt", master);
    }

    /// The serial port's path.
    Path path() {
        try {
            MethodHandle ptsname =
                    handle(
                            "ptsname",
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            MemorySegment name = (MemorySegment) ptsname.invokeExact(master);
            return Path.of(name.reinterpret(64).getString(0));
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }

    /// Sends `text` as UTF-8 in one write.
    void send(String text) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            MethodHandle write =
                    handle(
                            "write",
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_LONG));
            long sent = (long) write.invokeExact(master, buffer, (long) bytes.length);
            if (sent != bytes.length) {
                throw new AssertionError("sent " + sent + " of " + bytes.length);
            }
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        call("close", master);
    }

    private static int call(String name, int argument) {
        try {
            ValueLayout.OfInt number = ValueLayout.JAVA_INT;
            int result =
                    (int) handle(name, FunctionDescriptor.of(number, number)).invokeExact(argument);
            if (result < 0) {
                throw new AssertionError(name + " failed");
            }
            return result;
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }

    private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), descriptor);
    }
}
