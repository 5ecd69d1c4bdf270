package se.troskel.controller.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds the journals that an operator means.
final class JournalFolders {
    private JournalFolders() {}

    /// Each folder itself when it is a journal, else the journals right below it. A folder without
    /// any stands for itself, so that it is reported and not passed over.
    static List<Path> in(List<Path> folders) throws IOException {
        List<Path> journals = new ArrayList<>();
        for (Path folder : folders) {
            List<Path> below = isJournal(folder) ? List.of() : journalsBelow(folder);
            if (below.isEmpty()) {
                journals.add(folder);
            }
            journals.addAll(below);
        }
        return journals;
    }

    /// Whether one of them is no folder; then says so.
    static boolean isOneMissing(List<Path> folders, PrintWriter err) {
        List<Path> missing = folders.stream().filter(folder -> !Files.isDirectory(folder)).toList();
        missing.forEach(folder ->
                err.println("journal: " + folder + " is no folder; name that of a journal"));
        return !missing.isEmpty();
    }

    private static List<Path> journalsBelow(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(Files::isDirectory).sorted().toList()) {
                if (isJournal(child)) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    private static boolean isJournal(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> String.valueOf(child.getFileName()))
                    .anyMatch(name -> name.startsWith("segment-") || name.equals(AnchorFile.FILE));
        }
    }
}
