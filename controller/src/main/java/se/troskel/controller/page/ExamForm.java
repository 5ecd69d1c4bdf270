package se.troskel.controller.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.staff.Done;

/// What was sent from an exam room's page, read against the room as it is now.
final class ExamForm {
    private static final int DIGITS_MAX = 4;

    private final PageRequest request;
    private final ExamRoom room;

    ExamForm(PageRequest request, ExamRoom room) {
        this.request = request;
        this.room = room;
    }

    /// Something in the form that cannot be used.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String key;

        /// @param key of the sentence that says so
        Unusable(String key) {
            super(key);
            this.key = key;
        }

        Done done() {
            return new Done(false, key, null);
        }
    }

    ExamRoom room() {
        return room;
    }

    String text(String name) {
        return request.form().get(name);
    }

    /// What somebody wrote, with the line ends of this machine.
    String words() {
        return text("words").replace("\r\n", "\n");
    }

    ExamRoom.Seated candidate() throws Unusable {
        return room.candidate(text("registration"))
                .orElseThrow(() -> new Unusable("exam.problem.UNKNOWN"));
    }

    ExamRoom.Written sitting() throws Unusable {
        return room.sitting(text("sitting"))
                .orElseThrow(() -> new Unusable("exam.problem.UNKNOWN"));
    }

    /// A time that was noted on paper; null for now.
    @Nullable Instant happened() throws Unusable {
        return time("happened");
    }

    /// A time of today; null where none was given.
    @Nullable Instant time(String name) throws Unusable {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return room.at()
                    .atZone(room.zone())
                    .toLocalDate()
                    .atTime(LocalTime.parse(text.replace('.', ':')))
                    .atZone(room.zone())
                    .toInstant();
        } catch (DateTimeException e) {
            throw new Unusable("exam.time");
        }
    }

    /// One of a closed list; empty where none was chosen.
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        String text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst();
    }

    /// A whole number of 0 or more; null where none was given.
    @Nullable Integer count(String name) throws Unusable {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Unusable("exam.count");
        }
        return Integer.valueOf(text);
    }

    UUID note() throws Unusable {
        try {
            return UUID.fromString(text("note"));
        } catch (IllegalArgumentException e) {
            throw new Unusable("exam.problem.NO_SUCH_NOTE");
        }
    }
}
