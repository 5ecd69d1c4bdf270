package se.troskel.controller.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.troskel.controller.exam.RecordGap;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// Three sittings of one Tuesday: without a record, with one and an addition, and with one since
/// which something was noted. The records themselves are the test's.
final class FakeExamRecords implements ExamRecordDesk {
    private static final Instant START = Instant.parse("2027-03-02T07:30:00Z");

    final List<String> made = new ArrayList<>();
    Optional<Filed> filed = Optional.empty();
    byte[] bytes = {};

    @Override
    public List<SittingLine> sittings() {
        return List.of(
                new SittingLine(
                        "s1",
                        "LTH",
                        "MAA140",
                        null,
                        START,
                        Map.of(
                                RecordGap.NOT_HANDED_IN,
                                3,
                                RecordGap.NOT_COUNTERSIGNED,
                                1,
                                RecordGap.NOT_SEALED,
                                1),
                        List.of(),
                        false),
                new SittingLine(
                        "s2",
                        "MDU",
                        "MMA129",
                        "TEN1",
                        START,
                        Map.of(),
                        List.of("2027-03-02.MDU.s2.1", "2027-03-02.MDU.s2.2"),
                        false),
                new SittingLine(
                        "s3",
                        "SU",
                        "DT1001",
                        null,
                        START,
                        Map.of(RecordGap.NOT_DECIDED, 1),
                        List.of("2027-03-02.SU.s3.1"),
                        true));
    }

    @Override
    public Done make(StaffAccount by, String sitting) {
        made.add(by.user() + " " + sitting);
        return new Done(true, "examrecord.made", "2027-03-02.LTH.s1.1");
    }

    @Override
    public Optional<Filed> filed(String id) {
        return filed.filter(one -> one.id().equals(id));
    }

    @Override
    public Optional<byte[]> file(String id) {
        return filed(id).map(_ -> bytes);
    }
}
