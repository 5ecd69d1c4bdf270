package se.troskel.config;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.troskel.config.Findings.Complaint;

/// What the schema cannot say of trust files: the keys are keys, their windows end after they
/// begin, and each centre and key stands once in the whole folder. Looks at one file after the
/// other; not thread-safe.
final class TrustCheck {
    /// Where a centre or key was met first.
    private final Map<String, String> met = new HashMap<>();

    void check(String file, Part root, Findings findings) {
        for (String language : List.of("sv", "en")) {
            Part name = root.at("name").at(language);
            if (root.at("name").node().isObject() && !name.isThere()) {
                findings.error(
                        name.pointer(),
                        new Complaint(
                                "the name in this language is missing",
                                "add '" + language + "'; every screen has both (DOMAIN L11)"));
            }
        }
        once(file, root.at("centre"), findings);
        for (Part key : root.at("keys").items()) {
            key(key, findings);
            window(key, findings);
            once(file, key.at("id"), findings);
        }
    }

    private static void key(Part entry, Findings findings) {
        Part key = entry.at("key");
        Part id = entry.at("id");
        if (key.text().isEmpty() || findings.isWrong(key.pointer())) {
            return;
        }
        Optional<String> right =
                PublicKeyText.read(key.text()).map(open -> PublicKeyText.id(open.getEncoded()));
        if (right.isEmpty()) {
            findings.error(
                    key.pointer(),
                    new Complaint(
                            key.text(),
                            "not an Ed25519 public key",
                            "copy the file anew from the centre that wrote it"));
        } else if (!id.text().isEmpty()
                && !findings.isWrong(id.pointer())
                && !id.text().equals(right.get())) {
            findings.error(
                    id.pointer(),
                    new Complaint(
                            id.text(),
                            "not the id of this key",
                            "compare both with the centre that wrote the file; of this key it is "
                                    + right.get()));
        }
    }

    private static void window(Part entry, Findings findings) {
        Optional<Instant> from = instant(entry.at("from"), findings);
        Optional<Instant> until = instant(entry.at("until"), findings);
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            findings.error(
                    entry.pointer() + "/until",
                    new Complaint(
                            entry.text("until"),
                            "not after 'from': this key is never trusted",
                            "write a later time"));
        }
    }

    private static Optional<Instant> instant(Part time, Findings findings) {
        if (time.text().isEmpty() || findings.isWrong(time.pointer())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(time.text()));
        } catch (DateTimeParseException e) {
            findings.error(
                    time.pointer(),
                    new Complaint(
                            time.text(), "no such day in the calendar", "write a day that is"));
            return Optional.empty();
        }
    }

    private void once(String file, Part part, Findings findings) {
        if (part.text().isEmpty() || findings.isWrong(part.pointer())) {
            return;
        }
        String place = file + " " + part.pointer();
        String kind = part.pointer().substring(part.pointer().lastIndexOf('/'));
        String earlier = met.putIfAbsent(kind + part.text(), place);
        if (earlier != null) {
            findings.error(
                    part.pointer(),
                    new Complaint(
                            part.text(),
                            "stands already in " + earlier,
                            "keep the newer file, with all keys of the centre in it"));
        }
    }
}
