package se.troskel.kiosk.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file that holds the terminals' token. The controller makes it at its first start, so it may
/// not be there yet; it is read anew for every message, so that it may also be replaced.
/// Thread-safe; blocks on the disk.
public final class TokenFile implements Token {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private final Path file;
    private final AtomicBoolean missing = new AtomicBoolean();

    public TokenFile(Path file) {
        this.file = file;
    }

    @Override
    public String read() throws IOException {
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new IOException(file + " is empty");
            }
            if (missing.getAndSet(false)) {
                LOG.info("the terminals' token is there now");
            }
            return token;
        } catch (IOException e) {
            if (!missing.getAndSet(true)) {
                LOG.info(
                        "waiting for the terminals' token in {}: the controller makes it at its"
                                + " first start; else copy it there, readable for the terminal ({})",
                        file,
                        e.getClass().getSimpleName());
            }
            throw e;
        }
    }
}
