package se.troskel.controller.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.RecordGap;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.seal.SealedText;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.exam.ExamProtocol;

/// What the pages ask about exam records. Thread-safe; blocks on disk.
public interface ExamRecordDesk {
    /// The sittings of the last days and of today, the latest first.
    List<SittingLine> sittings();

    /// Makes and signs the record of a sitting. When nothing has changed since the latest one, that
    /// one stands; else the new one adds to it. Recorded before it is made.
    ///
    /// @return with the id of the record as its value
    Done make(StaffAccount by, String sitting);

    /// A record that was made; empty when there is none with this id, or it cannot be read.
    Optional<Filed> filed(String id);

    /// The signed file of a record, every byte of it; empty likewise.
    Optional<byte[]> file(String id);

    /// A sitting and its records.
    ///
    /// @param exam code of the exam within the course; null for none
    /// @param gaps what is missing before a record is to be signed, and how much of it
    /// @param records ids, oldest first
    /// @param changed whether something was noted that its latest record does not say
    record SittingLine(
            String id,
            String university,
            String course,
            @Nullable String exam,
            Instant start,
            Map<RecordGap, Integer> gaps,
            List<String> records,
            boolean changed) {
        public SittingLine {
            gaps = Map.copyOf(gaps);
            records = List.copyOf(records);
        }
    }

    /// A record as it stands in its file.
    record Filed(String id, ExamProtocol protocol, SealedText sealed) {
        /// Without what it says.
        @Override
        public String toString() {
            return "Filed[" + id + "]";
        }
    }
}
