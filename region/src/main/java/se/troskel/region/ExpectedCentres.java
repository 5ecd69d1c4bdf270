package se.troskel.region;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.troskel.config.Centre;
import se.troskel.config.CentreLoader;
import se.troskel.protocol.AccessSystemException;
import se.troskel.region.RegionSettings.ExpectedCentre;

/// The centres whose configurations lie in a folder, one folder each: they are shown as unknown
/// until they are heard.
final class ExpectedCentres {
    private ExpectedCentres() {}

    /// Blocks on disk.
    ///
    /// @throws AccessSystemException when the folder or one of the configurations cannot be used
    static List<ExpectedCentre> in(Path directory) {
        var loader = new CentreLoader();
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(folder -> Files.exists(folder.resolve(CentreLoader.FILE)))
                    .sorted()
                    .map(folder -> expected(loader.require(folder).centre()))
                    .toList();
        } catch (IOException e) {
            throw new AccessSystemException(
                    "the folder of configurations cannot be read: "
                            + directory
                            + "; give a folder with one folder for each centre",
                    e);
        }
    }

    private static ExpectedCentre expected(Centre centre) {
        return new ExpectedCentre(centre.code(), centre.name());
    }
}
