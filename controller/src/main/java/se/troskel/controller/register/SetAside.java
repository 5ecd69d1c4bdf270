package se.troskel.controller.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The damaged parts of a register that were put aside, beside the good ones in its folder, as
/// `NAME-aside-NUMBER`. None of them is ever read or deleted by the program. One thread at a time;
/// blocks.
///
/// @param dir the register's folder
record SetAside(Path dir) {
    private static final String ASIDE = "-aside-";

    /// Puts a file or folder aside and returns where it is now.
    ///
    /// @param name what it is called there
    /// @throws IOException when the disk refuses; it is where it was
    Path put(Path damaged, String name) throws IOException {
        int number = 1;
        while (Files.exists(dir.resolve(name + ASIDE + number))) {
            number++;
        }
        return Files.move(damaged, dir.resolve(name + ASIDE + number));
    }

    /// The names of all that is there, from earlier runs too.
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("[a-z]+" + ASIDE + "[0-9]+"))
                    .sorted()
                    .toList();
        }
    }
}
