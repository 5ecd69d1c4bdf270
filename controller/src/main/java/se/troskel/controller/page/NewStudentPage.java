package se.troskel.controller.page;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.StaffDesk.Board;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.Enrolment;

/// New student in sixty seconds: an unknown card at a terminal, the name here, the PIN on the
/// terminal's key pad. What was typed stays when something about it is refused; it is never put
/// into an address or a log.
final class NewStudentPage {
    static final String PATH = "/staff/new-student";
    private static final int NAME_LENGTH_MAX = 100;
    private static final int YEARS_MAX = 120;
    private static final int DAYS_VALID_MIN = 30;

    private final StaffDesk desk;
    private final InstantSource clock;
    private final Templates templates;

    NewStudentPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.clock = parts.clock();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        return page(request, 200, request.session().told());
    }

    /// The part that changes, for a page that is open.
    PageAnswer live(PageRequest request) {
        return PageAnswer.html(
                200,
                templates.render(
                        "newstudentlive",
                        Map.of(
                                "frame",
                                request.frame(PATH, null),
                                "view",
                                view(Typed.NOTHING, desk.board()))));
    }

    PageAnswer start(PageRequest request) {
        var asked = request.form().get("kiosk");
        return desk.board().kiosks().contains(asked)
                ? told(request, desk.startEnrolment(request.account(), asked))
                : request.tellAndGo(new Done(false, "enrolment.kiosk", null), PATH);
    }

    PageAnswer complete(PageRequest request) {
        var board = desk.board();
        var zone = ZoneId.of(board.timeZone());
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var typed = Typed.of(request.form());
        var born = date(typed.born());
        var until = date(typed.validUntil());
        String problem = null;
        if (typed.name().isEmpty() || typed.name().length() > NAME_LENGTH_MAX) {
            problem = "enrol.name-problem";
        } else if (!typed.born().isEmpty()
                && born.filter(day -> isBirthday(day, today)).isEmpty()) {
            problem = "enrol.born-problem";
        } else if (!typed.agreement()) {
            problem = "enrol.agreement-problem";
        } else if (until.filter(day -> !day.isBefore(today)).isEmpty()) {
            problem = "enrol.until-problem";
        }
        if (problem != null || until.isEmpty()) {
            return refuse(request, typed, request.texts().get(String.valueOf(problem)));
        }
        var done =
                desk.completeEnrolment(
                        request.account(),
                        typed.name(),
                        born.orElse(null),
                        true,
                        until.get().plusDays(1).atStartOfDay(zone).toInstant(),
                        typed.extendedTime());
        return done.done()
                ? PageAnswer.goTo(PATH)
                : refuse(request, typed, request.texts().outcome(done));
    }

    PageAnswer cancel(PageRequest request) {
        return request.tellAndGo(desk.cancelEnrolment(request.account()), PATH);
    }

    /// The page itself says what comes next, so only a refusal needs a sentence.
    private PageAnswer told(PageRequest request, Done done) {
        return done.done() ? PageAnswer.goTo(PATH) : request.tellAndGo(done, PATH);
    }

    private PageAnswer refuse(PageRequest request, Typed typed, String sentence) {
        return render(request, 422, new Notice(false, sentence), typed);
    }

    private PageAnswer page(PageRequest request, int status, @Nullable Notice notice) {
        return render(request, status, notice, Typed.NOTHING);
    }

    private PageAnswer render(
            PageRequest request, int status, @Nullable Notice notice, Typed typed) {
        var frame = request.frame(PATH, notice);
        return PageAnswer.html(
                status,
                templates.render(
                        "newstudent", Map.of("frame", frame, "view", view(typed, desk.board()))));
    }

    private NewStudentView view(Typed typed, Board board) {
        var enrolment = desk.enrolment();
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(board.timeZone()));
        return new NewStudentView(
                enrolment.map(going -> step(going.step())).orElse(0),
                enrolment.map(going -> deviceName(board, going.kiosk())).orElse(""),
                board.kiosks().stream()
                        .map(id -> new NewStudentView.Kiosk(id, deviceName(board, id)))
                        .toList(),
                enrolment.map(this::millisLeft).orElse(0L),
                typed.name(),
                typed.born(),
                typed.agreement(),
                typed.validUntil().isEmpty() ? endOfTerm(today).toString() : typed.validUntil(),
                typed.extendedTime());
    }

    private long millisLeft(Enrolment enrolment) {
        return enrolment.step() == Enrolment.Step.DONE
                ? 0
                : Math.max(1, Duration.between(clock.instant(), enrolment.expires()).toMillis());
    }

    private static int step(Enrolment.Step step) {
        return switch (step) {
            case WAITING_FOR_CARD -> 1;
            case WAITING_FOR_NAME -> 2;
            case WAITING_FOR_PIN -> 3;
            case DONE -> 4;
        };
    }

    private static String deviceName(Board board, String id) {
        return board.devices().stream()
                .filter(device -> device.id().equals(id))
                .map(StaffDesk.DeviceLine::name)
                .findFirst()
                .orElse(id);
    }

    /// The next 30 June or 31 December that is at least 30 days away.
    static LocalDate endOfTerm(LocalDate today) {
        var earliest = today.plusDays(DAYS_VALID_MIN);
        var summer = MonthDay.of(6, 30).atYear(earliest.getYear());
        return earliest.isAfter(summer) ? MonthDay.of(12, 31).atYear(earliest.getYear()) : summer;
    }

    private static boolean isBirthday(LocalDate day, LocalDate today) {
        return !day.isAfter(today) && day.isAfter(today.minusYears(YEARS_MAX));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// What staff typed.
    private record Typed(
            String name, String born, boolean agreement, String validUntil, boolean extendedTime) {
        static final Typed NOTHING = new Typed("", "", false, "", false);

        static Typed of(Form form) {
            return new Typed(
                    form.get("name"),
                    form.get("born"),
                    form.get("agreement").equals("yes"),
                    form.get("until"),
                    form.get("longer").equals("yes"));
        }

        @Override
        public String toString() {
            return "Typed[]";
        }
    }
}
