package se.troskel.kiosk.client;

import java.io.IOException;

/// Where the terminals' bearer token comes from.
@FunctionalInterface
public interface Token {
    /// The token as it is now; may block on the disk.
    ///
    /// @throws IOException when there is none yet: the controller counts as not reached
    String read() throws IOException;
}
