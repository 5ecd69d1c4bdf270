package se.troskel.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.troskel.config.Problem.Severity;

/// Collects problems and gives each its place in the file. Not thread-safe.
final class Findings {
    private static final int SHOWN_CHARACTERS = 60;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("//[^/]*@");

    private final String file;
    private final Positions positions;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> wrong = new HashSet<>();

    Findings(String file, Positions positions) {
        this.file = file;
        this.positions = positions;
    }

    /// What is wrong with a value, and how to mend it.
    record Complaint(String value, String what, String mend) {
        Complaint(String what, String mend) {
            this("", what, mend);
        }
    }

    void error(String pointer, Complaint complaint) {
        add(Severity.ERROR, pointer, positions.ofValue(pointer), complaint);
    }

    void warning(String pointer, Complaint complaint) {
        add(Severity.WARNING, pointer, positions.ofValue(pointer), complaint);
    }

    /// An error of the key itself: unknown or missing.
    void errorAtKey(String pointer, Complaint complaint) {
        add(Severity.ERROR, pointer, positions.ofKey(pointer), complaint);
    }

    void errorAt(Position position, String pointer, Complaint complaint) {
        add(Severity.ERROR, pointer, position, complaint);
    }

    /// Whether an error stands at exactly this pointer: then what follows from its value says
    /// nothing more.
    boolean isWrong(String pointer) {
        return wrong.contains(pointer);
    }

    boolean hasErrors() {
        return !wrong.isEmpty();
    }

    /// In the order of the file.
    List<Problem> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparing(p -> new Position(p.line(), p.column())))
                .toList();
    }

    private void add(Severity severity, String pointer, Position position, Complaint complaint) {
        if (severity == Severity.ERROR) {
            wrong.add(pointer);
        }
        problems.add(
                new Problem(
                        severity,
                        file,
                        position.line(),
                        position.column(),
                        pointer,
                        shown(complaint.value()),
                        complaint.what(),
                        complaint.mend()));
    }

    /// A value on one line, short, and without the login that a web address may hold.
    private static String shown(String value) {
        String masked = LOGIN_IN_URL.matcher(value).replaceAll("//***@");
        String plain = CONTROL.matcher(masked).replaceAll("?");
        return plain.length() <= SHOWN_CHARACTERS
                ? plain
                : plain.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
