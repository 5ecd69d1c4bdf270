package se.troskel.controller.page;

import java.util.Map;
import se.troskel.controller.commissioning.Proof;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;

/// Commissioning, one step at a time, for a phone held at the door; and its reports, for paper.
final class CommissioningPage {
    static final String PATH = "/staff/commissioning";
    private static final int REMARK_MAX = 200;
    private static final int REPORTS_MAX = 20;

    private final CommissioningDesk bench;
    private final StaffDesk desk;
    private final Templates templates;

    CommissioningPage(StaffPages.Parts parts, Templates templates) {
        this.bench = parts.commissioning();
        this.desk = parts.desk();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        return PageAnswer.html(
                200,
                templates.render(
                        "commissioning",
                        Map.of(
                                "frame",
                                request.frame(PATH),
                                "view",
                                view(request),
                                "remarkMax",
                                REMARK_MAX,
                                "reports",
                                bench.filed(REPORTS_MAX).stream()
                                        .map(filed -> ReportView.of(filed, request.texts()))
                                        .toList())));
    }

    /// The step alone, for a page that is open; nothing when it shows that already, so that no
    /// button is exchanged under a finger.
    PageAnswer live(PageRequest request) {
        var view = view(request);
        if (request.raw().query().first("seen").filter(version(view)::equals).isPresent()) {
            return new PageAnswer.Whole(204, "", new byte[0], Map.of());
        }
        return PageAnswer.html(
                200,
                templates.render(
                        "commissioningstep",
                        Map.of("frame", request.frame(PATH, null), "view", view)));
    }

    private static String version(CommissioningView view) {
        return Integer.toString(view.hashCode());
    }

    private CommissioningView view(PageRequest request) {
        return CommissioningView.of(bench.state(), desk.board(), request.texts());
    }

    PageAnswer begin(PageRequest request) {
        return told(request, bench.begin(request.account(), request.form().get("step")));
    }

    /// A lock is unlocked only by who may do so on the board too.
    PageAnswer pulse(PageRequest request) {
        var attempt = bench.state().attempt();
        boolean isLock = attempt != null && attempt.step().proof() == Proof.LOCK_MOVES;
        return isLock && !request.may(Capability.UNLOCK)
                ? told(request, new Done(false, "commissioning.may-not", null))
                : told(request, bench.pulse(request.account()));
    }

    PageAnswer judge(PageRequest request) {
        var remark = request.form().get("remark");
        var verdict = request.form().get("verdict");
        boolean isReasonNeeded = !verdict.equals("works");
        if (remark.length() > REMARK_MAX || (isReasonNeeded && remark.isBlank())) {
            return told(
                    request, new Done(false, "commissioning.reason", Integer.toString(REMARK_MAX)));
        }
        return told(
                request,
                switch (verdict) {
                    case "works" -> bench.confirm(remark);
                    case "fails" -> bench.refute(remark);
                    case "skip" -> bench.leaveOut(remark);
                    default -> new Done(false, "commissioning.over", null);
                });
    }

    PageAnswer anew(PageRequest request) {
        return request.tellAndGo(bench.startAnew(), PATH);
    }

    PageAnswer file(PageRequest request) {
        var done = bench.file(request.account());
        return done.done() && done.value() != null
                ? request.tellAndGo(done, PATH + "/reports/" + done.value())
                : request.tellAndGo(done, PATH);
    }

    PageAnswer report(PageRequest request) {
        var filed = bench.filed(request.variable("report"));
        if (filed.isEmpty()) {
            return request.tellAndGo(new Done(false, "commissioning.no-report", null), PATH);
        }
        return PageAnswer.html(
                200,
                templates.render(
                        "commissioningreport",
                        Map.of(
                                "frame",
                                request.frame(PATH + "/reports/" + filed.get().id()),
                                "report",
                                ReportView.of(filed.get(), request.texts()))));
    }

    /// The signed file, for whoever has to keep it.
    PageAnswer download(PageRequest request) {
        String id = request.variable("report");
        return bench.file(id)
                .<PageAnswer>map(text -> PageAnswer.file(id + ".jsonl", "application/jsonl", text))
                .orElseGet(() ->
                        request.tellAndGo(new Done(false, "commissioning.no-report", null), PATH));
    }

    /// The page itself says what comes next, so only a refusal needs a sentence. A phone shows the
    /// step, not the menu.
    private static PageAnswer told(PageRequest request, Done done) {
        return done.done() ? PageAnswer.goTo(PATH + "#step") : request.tellAndGo(done, PATH);
    }
}
