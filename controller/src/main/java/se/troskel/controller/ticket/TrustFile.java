package se.troskel.controller.ticket;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.troskel.config.TrustedCentre;
import se.troskel.config.TrustedKey;
import se.troskel.config.TrustedKey.Use;
import se.troskel.controller.keys.Keyring;
import se.troskel.protocol.json.Json;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a centre gives to others so that they know its signatures: the public halves of its keys,
/// never a private one.
public final class TrustFile {
    private static final JsonMapper LINES =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TrustFile() {}

    /// From and until when the keys are to be trusted.
    ///
    /// @param until exclusive, later than `from`
    public record Window(Instant from, Instant until) {}

    /// Reads the public keys in a controller's data folder: all of its ticket keys, as old ones
    /// still verify, and the record key. Blocks on the disk; makes no key.
    ///
    /// @throws se.troskel.protocol.AccessSystemException when there are none yet, or they cannot be
    ///   read; the message says what to do
    public static TrustedCentre of(
            String centre, Map<String, String> name, Path data, Window window) {
        Path tickets = data.resolve(TicketCommand.KEYS);
        if (!Files.isDirectory(tickets)) {
            throw new TicketKeyException(
                    "there are no ticket keys in "
                            + tickets
                            + ": start the controller once, it makes them");
        }
        List<TrustedKey> keys = new ArrayList<>();
        for (PublicKey key : TicketKeys.open(tickets).publicKeys()) {
            keys.add(TrustedKey.of(Use.TICKET, key, window.from(), window.until()));
        }
        PublicKey record = Keyring.recordPublicKey(data.resolve("keys"));
        keys.add(TrustedKey.of(Use.RECORD, record, window.from(), window.until()));
        return new TrustedCentre(centre, name, keys);
    }

    /// The text of the file.
    public static String text(TrustedCentre centre) {
        return LINES.writeValueAsString(Json.tree(centre)).replace("\r\n", "\n");
    }
}
