package se.troskel.controller.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ApprovalEntry;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.page.ExamForm.Unusable;
import se.troskel.controller.register.ExamText;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.exam.ErrandKind;

/// What the invigilator does about the chosen candidate. Each answer says in place what was noted,
/// or why it was not.
final class ExamRoomActions {
    static final int WORDS_MAX = 1000;

    private final ExamRoomDesk desk;
    private final InstantSource clock;

    ExamRoomActions(StaffPages.Parts parts) {
        this.desk = parts.examRooms();
        this.clock = parts.clock();
    }

    PageAnswer approve(PageRequest request) {
        return about(
                request,
                (form, one) ->
                        decided(
                                request,
                                desk.approve(
                                        request.account(),
                                        new ApprovalEntry(
                                                one.registration(),
                                                true,
                                                form.choice("document", DocumentType.class)
                                                        .orElse(null),
                                                reason(form, "exception"),
                                                form.text("remote").equals("yes"),
                                                form.happened()))));
    }

    /// Without a valid document, or after the last entry: the same with a reason.
    PageAnswer except(PageRequest request) {
        return about(
                request,
                (form, one) -> {
                    ApprovalReason why = reason(form, "exception");
                    return why == null
                            ? new Done(false, "exam.reason", null)
                            : decided(
                                    request,
                                    desk.approve(
                                            request.account(),
                                            new ApprovalEntry(
                                                    one.registration(),
                                                    true,
                                                    form.choice("other", DocumentType.class)
                                                            .orElse(null),
                                                    why,
                                                    form.text("remote").equals("yes"),
                                                    form.happened())));
                });
    }

    PageAnswer reject(PageRequest request) {
        return about(
                request,
                (form, one) ->
                        decided(
                                request,
                                desk.approve(
                                        request.account(),
                                        new ApprovalEntry(
                                                one.registration(),
                                                false,
                                                null,
                                                reason(form, "why"),
                                                false,
                                                form.happened()))));
    }

    private static @Nullable ApprovalReason reason(ExamForm form, String field) {
        return form.choice(field, ApprovalReason.class).orElse(null);
    }

    private static Done decided(PageRequest request, Optional<ExamDecision> decision) {
        return decision.map(one -> decided(request, one))
                .orElse(new Done(false, "desk.slow", null));
    }

    /// Let in or noted; everything else says what it takes.
    private static Done decided(PageRequest request, ExamDecision decision) {
        boolean noted = decision.reason().isLetIn() || decision.reason() == ExamReason.ID_REJECTED;
        var texts = request.texts();
        return new Done(
                noted,
                noted ? "exam.decided" : "exam.not-decided",
                Stream.of(
                                texts.word(decision.reason()),
                                decision.lateMinutes() == 0 || !noted
                                        ? ""
                                        : texts.get("exam-room.late", decision.lateMinutes()),
                                texts.word(decision.task()),
                                decision.also().contains(ExamReason.SECOND_APPROVAL_NEEDED)
                                        ? texts.get("exam-room.countersign-later")
                                        : "")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(". ")));
    }

    PageAnswer refuse(PageRequest request) {
        return about(
                request,
                (form, one) -> {
                    var why = form.choice("refusal", ExamReason.class);
                    return why.isEmpty()
                            ? new Done(false, "exam.reason", null)
                            : note(
                                    request,
                                    one,
                                    new ExamFact.Refused(one.registration(), why.get()),
                                    form);
                });
    }

    PageAnswer paperSeen(PageRequest request) {
        return fact(request, ExamFact.PaperSeen::new);
    }

    PageAnswer back(PageRequest request) {
        return fact(request, ExamFact.CameBack::new);
    }

    private PageAnswer fact(PageRequest request, Function<String, ExamFact> fact) {
        return about(
                request, (form, one) -> note(request, one, fact.apply(one.registration()), form));
    }

    /// From paper both times are there at once.
    PageAnswer out(PageRequest request) {
        return about(
                request,
                (form, one) -> {
                    Instant back = form.time("back");
                    if (back != null && form.happened() == null) {
                        return new Done(false, "exam.out-time", null);
                    }
                    return note(
                            request,
                            one,
                            new ExamFact.WentOut(
                                    one.registration(),
                                    form.choice("errand", ErrandKind.class)
                                            .orElse(ErrandKind.RESTROOM),
                                    back),
                            form);
                });
    }

    PageAnswer handIn(PageRequest request) {
        return about(
                request,
                (form, one) -> {
                    Integer sheets = form.count("sheets");
                    boolean blank = form.text("blank").equals("yes");
                    if (sheets == null && !blank) {
                        return new Done(false, "exam.count", null);
                    }
                    return note(
                            request,
                            one,
                            new ExamFact.HandedIn(
                                    one.registration(), sheets == null ? 0 : sheets, blank),
                            form);
                });
    }

    PageAnswer deviate(PageRequest request) {
        return about(
                request,
                (form, one) -> {
                    String words = form.words();
                    return !isFit(words)
                            ? new Done(false, "exam.words", Integer.toString(WORDS_MAX))
                            : desk.deviate(
                                    request.account(),
                                    new ExamRoomDesk.Deviation(
                                            one.sitting(),
                                            one.registration(),
                                            words,
                                            form.happened()));
                });
    }

    static boolean isFit(String words) {
        return words.length() <= WORDS_MAX && ExamText.isFit(words);
    }

    private Done note(PageRequest request, ExamRoom.Seated one, ExamFact fact, ExamForm form)
            throws Unusable {
        return desk.note(request.account(), new ExamEntry(one.sitting(), form.happened(), fact));
    }

    private PageAnswer about(PageRequest request, Action action) {
        return ExamRoomAnswer.to(
                request,
                desk,
                clock,
                form -> {
                    ExamRoom.Seated one = form.candidate();
                    return new ExamRoomAnswer.Said(
                            one.seat() == null
                                    ? request.texts().get("exam-room.no-seat")
                                    : request.texts().get("exam-room.seat", one.seat()),
                            action.about(form, one));
                });
    }

    /// Does something about a candidate of the room.
    @FunctionalInterface
    private interface Action {
        Done about(ExamForm form, ExamRoom.Seated one) throws Unusable;
    }
}
