package se.troskel.simulation.process;

import java.io.IOException;

/// Ends a child process when its parent is gone, however that ended: the parent holds the other end
/// of its standard input.
public final class ParentWatch {
    private ParentWatch() {}

    /// Watches from now on, on a daemon thread.
    public static void start() {
        Thread.ofPlatform().name("parent-watch").daemon().start(ParentWatch::untilTheEnd);
    }

    private static void untilTheEnd() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever sent
            }
        } catch (IOException e) {
            // as good as an end
        }
        System.exit(0);
    }
}
