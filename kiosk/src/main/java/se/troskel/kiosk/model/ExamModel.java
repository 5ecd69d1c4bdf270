package se.troskel.kiosk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.Screen;
import se.troskel.kiosk.text.ExamSentences;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.ExamAnswer;

/// What somebody who came for an exam is asked: which exam, or which identity document.
public final class ExamModel {
    /// More exams than this are for the invigilator (UX K9).
    private static final int SITTINGS = 4;

    private static final String NOT_ACCEPTED = "exam.DOC_TYPE_NOT_ACCEPTED";

    private static final List<DocumentShown> USUAL =
            List.of(
                    DocumentShown.SWEDISH_PASSPORT,
                    DocumentShown.SWEDISH_NATIONAL_ID,
                    DocumentShown.SWEDISH_DRIVING_LICENCE,
                    DocumentShown.SWEDISH_ID_CARD,
                    DocumentShown.FOREIGN_PASSPORT);
    private static final List<DocumentShown> OTHERS =
            List.of(
                    DocumentShown.EEA_NATIONAL_ID,
                    DocumentShown.RESIDENCE_PERMIT,
                    DocumentShown.DIGITAL_ID,
                    DocumentShown.STUDENT_CARD,
                    DocumentShown.POLICE_REPORT,
                    DocumentShown.OTHER);

    private final TerminalModel terminal;

    public ExamModel(TerminalModel terminal) {
        this.terminal = terminal;
    }

    /// Something to press.
    ///
    /// @param id of the button
    public record Option(String id, ObservableValue<String> label, FlowInput input) {}

    /// Whether the options stand one under the other; else two beside each other.
    public boolean isList() {
        return terminal.state().get().screen() instanceof Screen.AskExam;
    }

    public ObservableValue<String> headline() {
        if (isList()) {
            return terminal.text("exam.AMBIGUOUS");
        }
        return terminal.text(isAskedAgain() ? NOT_ACCEPTED : "exam.ask.document");
    }

    public ObservableValue<String> action() {
        if (isList()) {
            return terminal.text(
                    choices().size() > SITTINGS ? "exam.ask.more" : "exam.AMBIGUOUS.do");
        }
        return terminal.text(isAskedAgain() ? NOT_ACCEPTED + ".do" : "exam.ask.document.do");
    }

    /// Whether the document that they said before is not enough.
    private boolean isAskedAgain() {
        ExamAnswer exam =
                terminal.state().get().screen() instanceof Screen.AskDocument asked
                        ? asked.answer().exam()
                        : null;
        return exam != null && exam.reason() == ExamReason.DOC_TYPE_NOT_ACCEPTED;
    }

    /// The answers, and last the way out.
    public List<Option> options() {
        return switch (terminal.state().get().screen()) {
            case Screen.AskExam _ -> sittings();
            case Screen.AskDocument asked -> asked.more() ? others() : usual();
            default -> List.of();
        };
    }

    public void choose(Option option) {
        terminal.press(option.input());
    }

    private List<ExamDetails.Choice> choices() {
        return terminal.state().get().screen() instanceof Screen.AskExam asked
                ? asked.choices()
                : List.of();
    }

    private List<Option> sittings() {
        List<Option> options = new ArrayList<>();
        for (ExamDetails.Choice choice : choices().stream().limit(SITTINGS).toList()) {
            options.add(
                    new Option(
                            "sitting-" + options.size(),
                            terminal.derive(() ->
                                    ExamSentences.choice(
                                            choice, terminal.texts(), terminal.place())),
                            new FlowInput.SittingPressed(choice.sitting())));
        }
        options.add(button("cancel", "button.cancel", Button.CANCEL));
        return options;
    }

    private List<Option> usual() {
        List<Option> options = documents(USUAL);
        options.add(button("more", "exam.document.more", Button.MORE));
        options.addAll(documents(List.of(DocumentShown.NONE)));
        options.add(button("skip", "exam.document.skip", Button.CANCEL));
        return options;
    }

    private List<Option> others() {
        List<Option> options = documents(OTHERS);
        options.add(button("back", "button.back", Button.BACK));
        options.add(button("skip", "exam.document.skip", Button.CANCEL));
        return options;
    }

    private List<Option> documents(List<DocumentShown> documents) {
        List<Option> options = new ArrayList<>();
        for (DocumentShown document : documents) {
            options.add(
                    new Option(
                            "document-"
                                    + document.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            terminal.text("exam.document." + document),
                            new FlowInput.DocumentPressed(document)));
        }
        return options;
    }

    private Option button(String id, String key, Button button) {
        return new Option(id, terminal.text(key), new FlowInput.Pressed(button));
    }
}
