package se.troskel.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.troskel.config.Centre;
import se.troskel.config.CentreLoader;
import se.troskel.config.Reading;
import se.troskel.config.TrustLoader;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.ticket.TicketCommand;
import se.troskel.controller.ticket.TicketKeys;
import se.troskel.controller.ticket.TrustFile;

/// The centres whose folders stand beside the demo's own. They do not run; each has keys, and its
/// trust file lies in the demo's folder as if copied there, so that their tickets are known.
///
/// @param centre folder of the demo's own centre
/// @param folder where the demo writes
public record Neighbours(Path centre, Path folder) {
    /// So wide that no steered clock leaves it.
    private static final TrustFile.Window ALWAYS =
            new TrustFile.Window(
                    Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2120-01-01T00:00:00Z"));

    static Neighbours of(DemoSettings settings) {
        return new Neighbours(settings.centre(), settings.folder());
    }

    /// Where a neighbour's ticket keys are.
    public static Path ticketKeys(Path folder, String code) {
        return data(folder, code).resolve(TicketCommand.KEYS);
    }

    private static Path data(Path folder, String code) {
        return folder.resolve("neighbours").resolve(code);
    }

    void exchangeKeys() throws IOException {
        Path trust = Files.createDirectories(folder.resolve(TrustLoader.FOLDER));
        for (Centre neighbour : neighbours()) {
            String code = neighbour.code();
            Path data = data(folder, code);
            Keyring.open(data.resolve("keys"));
            TicketKeys.open(ticketKeys(folder, code));
            Map<String, String> name = Map.of("sv", neighbour.name(), "en", neighbour.name());
            Files.writeString(
                    trust.resolve(code + ".json"),
                    TrustFile.text(TrustFile.of(code, name, data, ALWAYS)));
        }
    }

    private List<Centre> neighbours() throws IOException {
        CentreLoader loader = new CentreLoader();
        try (Stream<Path> folders = Files.list(centre.toAbsolutePath().getParent())) {
            return folders.filter(other -> !other.equals(centre.toAbsolutePath()))
                    .filter(other -> Files.exists(other.resolve(CentreLoader.FILE)))
                    .sorted()
                    .map(loader::load)
                    .filter(Reading.Usable.class::isInstance)
                    .map(reading -> ((Reading.Usable) reading).config().centre())
                    .toList();
        }
    }
}
