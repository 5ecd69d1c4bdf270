package se.troskel.controller.page;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.CandidateDesk.At;
import se.troskel.controller.page.CandidateDesk.Known;
import se.troskel.controller.page.CandidateDesk.Latest;
import se.troskel.controller.page.CandidateDesk.Listed;
import se.troskel.controller.register.CandidateChange.Source;
import se.troskel.controller.staff.Done;

/// One candidate by hand: `?sitting=` to add somebody or choose whom to change, `?registration=` to
/// change them. Every edit says whom staff has it from. No number is shown, and of a protected
/// identity no name.
final class CandidatePage {
    static final String PATH = ExamsPage.PATH + "/candidate";

    private final StaffDesk desk;
    private final CandidateDesk candidates;
    private final Templates templates;

    CandidatePage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.candidates = parts.candidates();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        var query = request.raw().query();
        var registration = query.first("registration").orElse("");
        return registration.isEmpty()
                ? candidates
                        .sitting(query.first("sitting").orElse(""))
                        .map(listed ->
                                adding(
                                        request,
                                        200,
                                        request.session().told(),
                                        listed,
                                        CandidateForm.empty(listed.sitting().id())))
                        .orElseGet(() -> gone(request))
                : candidates
                        .candidate(registration)
                        .map(known ->
                                changing(
                                        request,
                                        200,
                                        request.session().told(),
                                        known,
                                        CandidateForm.of(known)))
                        .orElseGet(() -> gone(request));
    }

    PageAnswer add(PageRequest request) {
        var typed = CandidateForm.of(request.form());
        var source = source(typed);
        var done =
                source.isEmpty()
                        ? new Done(false, "candidate.source", null)
                        : candidates.add(request.account(), source.get(), typed.typed());
        return done.done()
                ? request.tellAndGo(done, of(typed.typed().sitting()))
                : candidates
                        .sitting(typed.typed().sitting())
                        .map(listed -> adding(request, 422, notice(request, done), listed, typed))
                        .orElseGet(() -> gone(request));
    }

    PageAnswer change(PageRequest request) {
        var form = request.form();
        var registration = form.get("registration");
        var typed = CandidateForm.of(form);
        var source = source(typed);
        var done =
                source.isEmpty()
                        ? new Done(false, "candidate.source", null)
                        : switch (form.get("do")) {
                            case "cancel" ->
                                    candidates.cancel(
                                            request.account(), source.get(), registration, true);
                            case "restore" ->
                                    candidates.cancel(
                                            request.account(), source.get(), registration, false);
                            default ->
                                    candidates.change(
                                            request.account(),
                                            source.get(),
                                            registration,
                                            typed.typed());
                        };
        return done.done()
                ? request.tellAndGo(done, PATH + "?registration=" + registration)
                : candidates
                        .candidate(registration)
                        .map(known -> changing(request, 422, notice(request, done), known, typed))
                        .orElseGet(() -> gone(request));
    }

    PageAnswer undo(PageRequest request) {
        var form = request.form();
        var done = candidates.undo(request.account(), form.get("edit"));
        return request.tellAndGo(done, of(form.get("sitting")));
    }

    private static Notice notice(PageRequest request, Done done) {
        return new Notice(done.done(), request.texts().outcome(done));
    }

    private static String of(String sitting) {
        return sitting.matches("[A-Za-z0-9-]{1,64}") ? PATH + "?sitting=" + sitting : PATH;
    }

    private PageAnswer gone(PageRequest request) {
        return request.tellAndGo(new Done(false, "candidate.gone", null), ExamsPage.PATH);
    }

    private PageAnswer adding(
            PageRequest request,
            int status,
            @Nullable Notice notice,
            Listed listed,
            CandidateForm typed) {
        var values = common(request, notice, typed);
        values.put("listed", listed);
        values.put("at", when(request, listed.sitting()));
        return PageAnswer.html(status, templates.render("candidates", values));
    }

    private PageAnswer changing(
            PageRequest request,
            int status,
            @Nullable Notice notice,
            Known known,
            CandidateForm typed) {
        var values = common(request, notice, typed);
        values.put("known", known);
        values.put("at", when(request, known.sitting()));
        var others = new LinkedHashMap<String, String>();
        known.others().forEach(at -> others.put(at.id(), when(request, at)));
        values.put("others", others);
        return PageAnswer.html(status, templates.render("candidate", values));
    }

    private Map<String, Object> common(
            PageRequest request, @Nullable Notice notice, CandidateForm typed) {
        var values = new HashMap<String, Object>();
        values.put("frame", request.frame(PATH, notice));
        values.put("typed", typed);
        values.put("rooms", candidates.rooms());
        var latest = candidates.latest();
        values.put("latest", latest.map(Latest::id).orElse(""));
        values.put("latestWords", latest.map(one -> words(request, one)).orElse(""));
        return values;
    }

    private String words(PageRequest request, Latest latest) {
        var texts = request.texts();
        return texts.get(
                "candidate.latest",
                texts.word(latest.source()),
                texts.clock(latest.at(), zone()),
                latest.by());
    }

    private String when(PageRequest request, At at) {
        var start = at.day().atTime(at.start()).atZone(zone()).toInstant();
        return at.what()
                + ", "
                + request.texts().day(start, zone())
                + " "
                + request.texts().clock(start, zone());
    }

    private ZoneId zone() {
        return ZoneId.of(desk.board().timeZone());
    }

    private static Optional<Source> source(CandidateForm typed) {
        return Arrays.stream(Source.values())
                .filter(source -> source.name().equals(typed.source()))
                .findFirst();
    }
}
