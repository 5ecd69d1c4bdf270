package se.troskel.controller.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Trust;
import se.troskel.config.TrustLoader;
import se.troskel.protocol.json.Json;

/// Tells of sealed files whether they are as they were sealed and whether by a centre that is
/// trusted: a line each, and a last one of all. Blocks on disk.
public final class SealCheck {
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private final String command;
    private final Function<SealedText, Optional<About>> reader;

    /// What a text says of itself.
    ///
    /// @param centre code of the centre that sealed it
    /// @param at when
    /// @param what in words, without anybody's name
    public record About(String centre, Instant at, String what) {}

    /// @param command the result line's name
    /// @param reader empty for a text of another kind
    public SealCheck(String command, Function<SealedText, Optional<About>> reader) {
        this.command = command;
        this.reader = reader;
    }

    /// The last line.
    ///
    /// @param intact whether all are as they were sealed
    /// @param trusted whether all are of centres that are trusted; null when no trust was given
    record Result(
            int files,
            boolean intact,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean trusted,
            List<String> damaged) {
        String line(String command) {
            return command
                    + ": files="
                    + files
                    + " intact="
                    + word(intact)
                    + (trusted == null ? "" : " trusted=" + word(trusted))
                    + (damaged.isEmpty() ? "" : " damaged=" + String.join(",", damaged));
        }
    }

    /// Checks and prints; a file that cannot be read is said to be so, and counts as damaged.
    ///
    /// @param trustFolder a folder with a folder `trust/` of the keys that are trusted; null for
    ///   none
    /// @return the exit status: 0 only when all are intact and, where trust was given, trusted
    public int check(List<Path> files, @Nullable Path trustFolder, PrintWriter out, boolean json) {
        Trust trust = trustFolder == null ? null : new TrustLoader().load(trustFolder).trust();
        List<String> damaged = new ArrayList<>();
        boolean trusted = true;
        for (Path file : files) {
            SealedText sealed;
            try {
                sealed = read(file);
            } catch (IOException e) {
                out.println(why(file, e));
                damaged.add(String.valueOf(file.getFileName()));
                trusted = false;
                continue;
            }
            About about = reader.apply(sealed).orElse(null);
            boolean intact = sealed.isIntact() && about != null;
            boolean known =
                    trust != null
                            && about != null
                            && sealed.isTrusted(trust, about.centre(), about.at());
            if (!intact) {
                damaged.add(String.valueOf(file.getFileName()));
            }
            trusted &= known;
            out.println(words(file, sealed, about, trust == null ? null : known));
        }
        Result result =
                new Result(
                        files.size(), damaged.isEmpty(), trust == null ? null : trusted, damaged);
        out.println(json ? Json.text(result) : result.line(command));
        return result.intact() && !Boolean.FALSE.equals(result.trusted()) ? 0 : 1;
    }

    private static String words(
            Path file, SealedText sealed, @Nullable About about, @Nullable Boolean trusted) {
        String what =
                about == null
                        ? "not a file of this kind, or not readable any more"
                        : about.what() + ", " + about.centre() + ", " + about.at();
        return file
                + ": "
                + what
                + "; key "
                + sealed.keyId()
                + "; intact="
                + word(sealed.isIntact() && about != null)
                + (trusted == null ? "" : " trusted=" + word(trusted));
    }

    /// Reads a file as far as any is taken.
    ///
    /// @throws IOException when it cannot be read; [#why] says it in words
    public static SealedText read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return SealedText.of(in.readNBytes(MAX_BYTES));
        }
    }

    /// Why a file could not be read, in words.
    public static String why(Path file, IOException e) {
        return file
                + (e instanceof NoSuchFileException
                        ? ": there is no such file"
                        : ": it cannot be read: " + e.getMessage());
    }

    private static String word(boolean holds) {
        return holds ? "yes" : "no";
    }
}
