package se.troskel.simulation.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps child processes running: one that dies is started again after [#RESTART_AFTER].
/// Thread-safe. Closing ends all of them, politely first.
public final class Supervisor implements AutoCloseable {
    /// As systemd does it at a centre.
    public static final Duration RESTART_AFTER = Duration.ofSeconds(2);

    private static final Duration POLITE = Duration.ofSeconds(8);

    private final Path logs;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("supervisor").factory());
    private final Map<String, Child> children = new LinkedHashMap<>();
    private boolean closing;

    /// One program, and its process while it runs.
    private static final class Child {
        final Program program;
        @Nullable Process process;
        boolean wanted = true;
        int starts;

        Child(Program program) {
            this.program = program;
        }
    }

    /// @param logs folder that gets one `NAME.log` per program
    public Supervisor(Path logs) {
        this.logs = logs;
    }

    /// Starts a program and keeps it running.
    ///
    /// @throws UncheckedIOException when it cannot be started at all
    public synchronized void start(Program program) {
        Child child = new Child(program);
        children.put(program.name(), child);
        spawn(child);
    }

    /// Kills it as a power cut would (SIGKILL); it is started again.
    public synchronized void kill(String name) {
        process(name).ifPresent(Process::destroyForcibly);
    }

    /// Ends it in order (SIGTERM) and leaves it so until [#resume].
    public synchronized void stop(String name) {
        Child child = require(name);
        child.wanted = false;
        process(name).ifPresent(Process::destroy);
    }

    /// Starts a stopped program again.
    public synchronized void resume(String name) {
        Child child = require(name);
        child.wanted = true;
        if (child.process == null || !child.process.isAlive()) {
            spawn(child);
        }
    }

    /// How often the program has been started.
    public synchronized int starts(String name) {
        return require(name).starts;
    }

    public synchronized boolean isRunning(String name) {
        return process(name).map(Process::isAlive).orElse(false);
    }

    private Child require(String name) {
        Child child = children.get(name);
        if (child == null) {
            throw new IllegalArgumentException("no program '" + name + "' here");
        }
        return child;
    }

    private Optional<Process> process(String name) {
        return Optional.ofNullable(require(name).process);
    }

    private void spawn(Child child) {
        try {
            Files.createDirectories(logs);
            ProcessBuilder builder = new ProcessBuilder(child.program.command());
            builder.redirectErrorStream(true);
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(
                            logs.resolve(child.program.name() + ".log").toFile()));
            Process process = builder.start();
            child.process = process;
            child.starts++;
            var _ = process.onExit().thenAccept(dead -> died(child, dead));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + child.program.name(), e);
        }
    }

    private synchronized void died(Child child, Process dead) {
        if (!closing && child.wanted && dead.equals(child.process)) {
            var _ =
                    timer.schedule(
                            () -> again(child, dead),
                            RESTART_AFTER.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void again(Child child, Process dead) {
        if (!closing && child.wanted && dead.equals(child.process)) {
            spawn(child);
        }
    }

    @Override
    public void close() {
        Map<String, Child> ending;
        synchronized (this) {
            closing = true;
            ending = new LinkedHashMap<>(children);
        }
        timer.shutdownNow();
        ending.values().forEach(child -> end(child, false));
        long until = System.nanoTime() + POLITE.toNanos();
        for (Child child : ending.values()) {
            if (child.process != null && !exited(child.process, until - System.nanoTime())) {
                end(child, true);
            }
        }
    }

    private static void end(Child child, boolean force) {
        if (child.process != null) {
            if (force) {
                child.process.destroyForcibly();
            } else {
                child.process.destroy();
            }
        }
    }

    private static boolean exited(Process process, long nanos) {
        try {
            return process.waitFor(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
