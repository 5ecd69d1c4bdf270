package se.troskel.controller.page;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.troskel.controller.confirmation.Confirmation;
import se.troskel.controller.confirmation.ConfirmationFolder;
import se.troskel.controller.page.ConfirmationDesk.Told;
import se.troskel.controller.page.ConfirmationDesk.Whom;

/// What candidates are told before their exams: printed, mailed, or taken out as mails for an own
/// mail system.
final class ConfirmationPage {
    static final String PATH = "/staff/exams/confirmations";

    private final StaffDesk desk;
    private final ConfirmationDesk confirmations;
    private final InstantSource clock;
    private final Templates templates;

    ConfirmationPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.confirmations = parts.confirmations();
        this.clock = parts.clock();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        var zone = ZoneId.of(desk.board().timeZone());
        return PageAnswer.html(
                200,
                templates.render(
                        "confirmations",
                        Map.of(
                                "frame",
                                request.frame(PATH),
                                "mailing",
                                confirmations.isMailing(),
                                "lines",
                                confirmations.sittings().stream()
                                        .map(told ->
                                                new ConfirmationLine(
                                                        told, when(told, zone, request)))
                                        .toList())));
    }

    private static String when(Told told, ZoneId zone, PageRequest request) {
        var texts = request.texts();
        return texts.day(told.start(), zone) + " " + texts.clock(told.start(), zone);
    }

    /// The sheets, for printing.
    PageAnswer sheets(PageRequest request) {
        return of(
                request,
                made ->
                        PageAnswer.html(
                                200,
                                templates.render(
                                        "confirmationsheets",
                                        Map.of(
                                                "frame",
                                                request.frame(PATH, null),
                                                "sheets",
                                                sheets(made)))));
    }

    /// All as a ZIP file.
    PageAnswer export(PageRequest request) {
        return of(
                request,
                made ->
                        PageAnswer.file(
                                "confirmations.zip",
                                "application/zip",
                                ConfirmationFolder.zip(
                                        made,
                                        templates.render(
                                                "confirmationfile", Map.of("sheets", sheets(made))),
                                        clock.instant())));
    }

    /// Mails them, to one candidate or all of the sitting.
    PageAnswer send(PageRequest request) {
        var one = request.form().get("candidate");
        var whom = new Whom(one.isEmpty() ? null : one, request.form().get("again").equals("yes"));
        var done = confirmations.send(request.account(), request.variable("sitting"), whom);
        return request.tellAndGo(done, PATH);
    }

    private PageAnswer of(PageRequest request, Function<List<Confirmation>, PageAnswer> answer) {
        return confirmations
                .make(request.account(), request.variable("sitting"))
                .map(answer)
                .orElseGet(() -> {
                    var sentence = request.texts().get("confirmation.refused");
                    request.session().tell(new Notice(false, sentence));
                    return PageAnswer.goTo(PATH);
                });
    }

    private static List<ConfirmationSheet> sheets(List<Confirmation> made) {
        return made.stream().map(ConfirmationSheet::of).toList();
    }
}
