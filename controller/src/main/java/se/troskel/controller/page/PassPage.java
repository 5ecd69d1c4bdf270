package se.troskel.controller.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.PassDesk.Order;
import se.troskel.controller.page.PassDesk.Place;

/// Making day passes, printing each once, and ending them.
final class PassPage {
    static final String PATH = "/staff/passes";
    private static final int NAME_LENGTH_MAX = 80;

    private final StaffDesk desk;
    private final PassDesk passes;
    private final InstantSource clock;
    private final Templates templates;

    PassPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.passes = parts.passes();
        this.clock = parts.clock();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        var now = LocalDateTime.ofInstant(clock.instant(), zone()).truncatedTo(ChronoUnit.MINUTES);
        return form(
                request,
                200,
                request.session().told(),
                new PassForm(
                        "", Set.of(), now.toString(), now.with(LocalTime.of(23, 59)).toString()));
    }

    PageAnswer make(PageRequest request) {
        var form = request.form();
        var typed =
                new PassForm(
                        form.get("name"),
                        passes.places().stream()
                                .map(PassForm::field)
                                .filter(field -> form.get(field).equals("yes"))
                                .collect(Collectors.toUnmodifiableSet()),
                        form.get("from"),
                        form.get("until"));
        var from = instant(typed.from());
        var until = instant(typed.until());
        if (typed.name().isEmpty() || typed.name().length() > NAME_LENGTH_MAX) {
            return refuse(request, typed, "pass.name-problem");
        }
        if (typed.places().isEmpty()) {
            return refuse(request, typed, "pass.places-problem");
        }
        if (from == null
                || until == null
                || !until.isAfter(from)
                || isLongerThanADay(from, until)) {
            return refuse(request, typed, "pass.times-problem");
        }
        if (!until.isAfter(clock.instant())) {
            return refuse(request, typed, "pass.past-problem");
        }
        var made =
                passes.make(
                        request.account(),
                        new Order(typed.name(), ids(typed, true), ids(typed, false), from, until));
        if (made.isEmpty()) {
            return refuse(request, typed, "pass.refused");
        }
        request.session().keep(made.get());
        return PageAnswer.goTo(PATH + "/" + made.get().pass().id());
    }

    private Set<String> ids(PassForm typed, boolean rooms) {
        return passes.places().stream()
                .filter(place -> place.isRoom() == rooms)
                .filter(place -> typed.places().contains(PassForm.field(place)))
                .map(Place::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Until the same time the next day on the wall clock, at most.
    private boolean isLongerThanADay(Instant from, Instant until) {
        return until.isAfter(from.atZone(zone()).plusDays(1).toInstant());
    }

    /// Once: with the PIN it is on paper from now on, and nowhere else.
    PageAnswer sheet(PageRequest request) {
        var printed = request.session().takePass(request.variable("pass"));
        if (printed.isEmpty()) {
            request.session().tell(new Notice(false, request.texts().get("pass.shown-once")));
            return PageAnswer.goTo(PATH);
        }
        var board = desk.board();
        return PageAnswer.html(
                200,
                templates.render(
                        "pass",
                        Map.of(
                                "frame",
                                request.frame(PATH, null),
                                "centre",
                                board.centreName(),
                                "printed",
                                printed.get(),
                                "window",
                                window(printed.get().pass(), request.texts()))));
    }

    PageAnswer end(PageRequest request) {
        return request.tellAndGo(passes.end(request.account(), request.variable("pass")), PATH);
    }

    private PageAnswer refuse(PageRequest request, PassForm typed, String key) {
        return form(request, 422, new Notice(false, request.texts().get(key)), typed);
    }

    private PageAnswer form(
            PageRequest request, int status, @Nullable Notice notice, PassForm typed) {
        return PageAnswer.html(
                status,
                templates.render(
                        "passes",
                        Map.of(
                                "frame",
                                request.frame(PATH, notice),
                                "lines",
                                passes.passes().stream()
                                        .map(pass ->
                                                new PassForm.Line(
                                                        pass, window(pass, request.texts())))
                                        .toList(),
                                "places",
                                passes.places(),
                                "typed",
                                typed)));
    }

    private String window(PassDesk.Pass pass, Texts texts) {
        return texts.get(
                "pass.window",
                texts.day(pass.from(), zone()),
                texts.clock(pass.from(), zone()),
                texts.clock(pass.until(), pass.from(), zone()));
    }

    private ZoneId zone() {
        return ZoneId.of(desk.board().timeZone());
    }

    private @Nullable Instant instant(String local) {
        try {
            return LocalDateTime.parse(local).atZone(zone()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
