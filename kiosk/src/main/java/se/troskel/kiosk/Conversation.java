package se.troskel.kiosk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.kiosk.client.ControllerClient;
import se.troskel.kiosk.client.Reply;
import se.troskel.kiosk.flow.Ask;
import se.troskel.kiosk.flow.Flow;
import se.troskel.kiosk.flow.FlowEffect;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.FlowState;
import se.troskel.kiosk.flow.FlowStep;
import se.troskel.kiosk.model.TerminalModel;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.EnrolmentPin;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.PinEntry;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;
import se.troskel.protocol.kiosk.StaffEnd;
import se.troskel.protocol.kiosk.StaffLook;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffPin;
import se.troskel.protocol.kiosk.VisitRequest;

/// What a terminal hears and asks, whatever it is shown on: the flow, its model, and the questions
/// to the controller. Everything here happens on one thread, the terminal's.
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final TerminalSettings settings;
    private final ControllerClient client;
    private final Terminal.Surfaces surfaces;
    private final Executor thread;
    private final Flow flow;
    private final TerminalModel model;
    private Heard heard;

    /// The centre's clock, when it was heard last.
    private record Heard(Instant at, long nanos) {}

    /// @param thread runs what it is given on the terminal's thread, in order
    Conversation(
            TerminalSettings settings,
            ControllerClient client,
            Terminal.Surfaces surfaces,
            Executor thread) {
        this.settings = settings;
        this.client = client;
        this.surfaces = surfaces;
        this.thread = thread;
        this.heard = new Heard(surfaces.clock().instant(), surfaces.nanos().getAsLong());
        this.model = new TerminalModel(settings.site(), heard.at(), this::step);
        this.flow = new Flow(model::words);
    }

    TerminalModel model() {
        return model;
    }

    FlowState state() {
        return model.state().get();
    }

    /// Begins to follow the centre's news.
    void follow() {
        client.follow(
                kiosk(),
                view -> thread.execute(() -> viewed(view)),
                () -> thread.execute(() -> step(new FlowInput.ControllerGone())));
    }

    void read(Medium medium, String value) {
        boolean usable = !value.isEmpty() && value.length() <= Presentation.MAX_VALUE;
        step(usable ? new FlowInput.Presented(medium, value) : new FlowInput.Unreadable());
    }

    void type(String characters) {
        characters.chars().forEach(each -> step(new FlowInput.Typed((char) each)));
    }

    void step(FlowInput input) {
        FlowStep step = flow.step(state(), input, surfaces.nanos().getAsLong());
        model.show(step.state());
        step.effects().forEach(this::act);
    }

    /// Time passes.
    void tick() {
        long nanos = surfaces.nanos().getAsLong();
        step(new FlowInput.Tick());
        Instant now = heard.at().plusNanos(nanos - heard.nanos());
        model.tick(now.truncatedTo(ChronoUnit.SECONDS), nanos);
    }

    private void viewed(KioskView view) {
        heard = new Heard(view.at(), surfaces.nanos().getAsLong());
        step(new FlowInput.View(view));
    }

    private void act(FlowEffect effect) {
        switch (effect) {
            case FlowEffect.Send(long number, Ask ask) ->
                    Thread.ofVirtual().name("ask-" + number).start(() -> send(number, ask));
            case FlowEffect.SendPurpose(UUID visit, var purpose) ->
                    Thread.ofVirtual()
                            .name("purpose")
                            .start(() -> client.tell(new PurposeChoice(visit, kiosk(), purpose)));
            case FlowEffect.SendStaffEnd(String token) ->
                    Thread.ofVirtual()
                            .name("staff-end")
                            .start(() -> client.leave(new StaffEnd(kiosk(), token)));
            case FlowEffect.Sound(var cue) -> {
                if (model.comfort().get().sound()) {
                    surfaces.sounds().play(cue);
                }
            }
            case FlowEffect.ResetTools() -> model.resetTools();
            case FlowEffect.CountDropped() ->
                    LOG.warn("more was shown to the terminal at once than it can ask about");
        }
    }

    private void send(long number, Ask ask) {
        FlowInput reply =
                switch (ask) {
                    case Ask.Show(Medium medium, String value) ->
                            present(number, medium, value, Intent.ENTER);
                    case Ask.Leave(Medium medium, String value) ->
                            present(number, medium, value, Intent.LEAVE);
                    case Ask.Exam(Medium medium, String value) ->
                            present(number, medium, value, Intent.EXAM);
                    case Ask.ExamChosen(var shown, var sitting, var document, var lines) ->
                            answered(
                                    number,
                                    client.exam(
                                            new ExamChoice(
                                                    shown, kiosk(), sitting, document, lines)));
                    case Ask.Pin(String challenge, String digits) ->
                            answered(
                                    number, client.enter(new PinEntry(kiosk(), challenge, digits)));
                    case Ask.Visit(var kind, int people, var host) ->
                            answered(
                                    number,
                                    client.visit(
                                            new VisitRequest(
                                                    UUID.randomUUID(),
                                                    kiosk(),
                                                    kind,
                                                    people,
                                                    null,
                                                    host)));
                    case Ask.StaffPin(String challenge, String digits) ->
                            heard(
                                    number,
                                    client.open(new StaffPin(kiosk(), challenge, digits)),
                                    result -> new FlowInput.StaffEntered(number, result));
                    case Ask.StaffLook(String token, boolean pressed) ->
                            heard(
                                    number,
                                    client.look(new StaffLook(kiosk(), token, pressed)),
                                    view -> new FlowInput.StaffSeen(number, view));
                    case Ask.StaffOrder(String token, String door, var act) ->
                            heard(
                                    number,
                                    client.order(new StaffOrder(kiosk(), token, door, act)),
                                    result -> new FlowInput.StaffDone(number, result));
                    case Ask.ChosenPin(String enrolment, String digits) ->
                            pinTaken(
                                    number,
                                    client.choose(new EnrolmentPin(kiosk(), enrolment, digits)));
                };
        thread.execute(() -> step(reply));
    }

    private FlowInput present(long number, Medium medium, String value, Intent intent) {
        return answered(
                number,
                client.present(
                        new Presentation(UUID.randomUUID(), kiosk(), medium, value, intent)));
    }

    private static FlowInput answered(long number, Reply<Answer> reply) {
        return heard(number, reply, answer -> new FlowInput.Answered(number, answer));
    }

    private static FlowInput pinTaken(long number, Reply<EnrolmentPinResult> reply) {
        return heard(number, reply, result -> new FlowInput.PinTaken(number, result.outcome()));
    }

    private static <T> FlowInput heard(long number, Reply<T> reply, Function<T, FlowInput> input) {
        return switch (reply) {
            case Reply.Heard<T>(T message) -> input.apply(message);
            case Reply.Unreachable<T> _ -> new FlowInput.Unanswered(number);
            case Reply.Refused<T> _ -> new FlowInput.Refused(number);
        };
    }

    private String kiosk() {
        return settings.site().kiosk();
    }
}
