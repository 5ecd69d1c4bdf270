package se.troskel.simulation;

import org.slf4j.bridge.SLF4JBridgeHandler;

/// Brings what libraries say by `java.util.logging` into the program's own log.
final class QuietLogging {
    private QuietLogging() {}

    static void install() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
