package se.troskel.controller.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import se.troskel.controller.page.ExamRecordDesk.Filed;
import se.troskel.controller.staff.Done;

/// The records of the last days' sittings: what is missing, making one, and taking it away as a
/// signed file, as a table, and for paper.
final class ExamRecordPage {
    static final String PATH = "/staff/exam-record";

    private final StaffDesk desk;
    private final ExamRecordDesk records;
    private final InstantSource clock;
    private final Templates templates;

    ExamRecordPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.records = parts.examRecords();
        this.clock = parts.clock();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        var zone = ZoneId.of(desk.board().timeZone());
        var moment = new Moment(clock.instant(), zone, request.texts());
        return PageAnswer.html(
                200,
                templates.render(
                        "examrecords",
                        Map.of(
                                "frame",
                                request.frame(PATH),
                                "days",
                                ExamRecordView.of(records.sittings(), moment))));
    }

    PageAnswer make(PageRequest request) {
        return request.tellAndGo(
                records.make(request.account(), request.form().get("sitting")), PATH);
    }

    /// For paper. The page has its style in itself, as when it is printed from the file, so its own
    /// policy lets in this one style.
    PageAnswer paper(PageRequest request) {
        return with(
                request,
                filed -> {
                    byte[] page =
                            new ExamProtocolPage(request.texts().language())
                                    .html(filed.protocol(), filed.sealed());
                    return PageAnswer.html(200, page)
                            .with(
                                    "Content-Security-Policy",
                                    "default-src 'none'; style-src 'sha256-"
                                            + styleHash(new String(page, UTF_8))
                                            + "'; base-uri 'none'; form-action 'none';"
                                            + " frame-ancestors 'none'");
                });
    }

    private static String styleHash(String page) {
        String start = "<style>";
        String style =
                page.substring(page.indexOf(start) + start.length(), page.indexOf("</style>"));
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    PageAnswer file(PageRequest request) {
        String id = request.variable("record");
        return records.file(id)
                .<PageAnswer>map(bytes ->
                        PageAnswer.file("protokoll-" + id + ".json", "application/json", bytes))
                .orElseGet(() -> gone(request));
    }

    PageAnswer table(PageRequest request) {
        return with(
                request,
                filed ->
                        PageAnswer.csv(
                                "protokoll-" + filed.id() + ".csv",
                                new ExamProtocolCsv(request.texts().language())
                                        .text(filed.protocol())));
    }

    private PageAnswer with(PageRequest request, Function<Filed, PageAnswer> answer) {
        return records.filed(request.variable("record")).map(answer).orElseGet(() -> gone(request));
    }

    private static PageAnswer gone(PageRequest request) {
        return request.tellAndGo(new Done(false, "examrecord.gone", null), PATH);
    }
}
