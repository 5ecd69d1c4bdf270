package se.troskel.controller.page;

import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;

/// A request of somebody who is logged in and may make it.
///
/// @param form what was sent; empty for GET
record PageRequest(
        ServerRequest raw, Session session, StaffAccount account, Texts texts, Form form) {
    private static final List<Map.Entry<Capability, Frame.Link>> MENU =
            List.of(
                    Map.entry(Capability.VIEW, new Frame.Link("/staff", "menu.board")),
                    Map.entry(Capability.VIEW, new Frame.Link("/staff/inside", "menu.inside")),
                    Map.entry(
                            Capability.EXAM_ROOMS,
                            new Frame.Link(ExamRoomPage.PATH, "menu.exam-room")),
                    Map.entry(Capability.EXAM_ROOMS, new Frame.Link(ExamsPage.PATH, "menu.exams")),
                    Map.entry(
                            Capability.EXAM_ROOMS,
                            new Frame.Link(ExamRecordPage.PATH, "menu.exam-records")),
                    Map.entry(Capability.ENROL, new Frame.Link("/staff/new-student", "menu.enrol")),
                    Map.entry(
                            Capability.ISSUE_TICKETS,
                            new Frame.Link("/staff/tickets", "menu.tickets")),
                    Map.entry(
                            Capability.ISSUE_PASSES, new Frame.Link(PassPage.PATH, "menu.passes")),
                    Map.entry(Capability.BLOCK_CARDS, new Frame.Link("/staff/cards", "menu.cards")),
                    Map.entry(Capability.VIEW, new Frame.Link("/staff/why", "menu.why")),
                    Map.entry(Capability.IMPORT, new Frame.Link("/staff/import", "menu.import")),
                    Map.entry(
                            Capability.READ_JOURNAL,
                            new Frame.Link("/staff/journal", "menu.journal")),
                    Map.entry(
                            Capability.ADMINISTER,
                            new Frame.Link(CommissioningPage.PATH, "menu.commissioning")),
                    Map.entry(
                            Capability.ADMINISTER,
                            new Frame.Link(AccountsPage.PATH, "menu.accounts")),
                    Map.entry(
                            Capability.ADMINISTER,
                            new Frame.Link("/staff/break-glass", "menu.break-glass")));

    /// The same with the form that was sent.
    PageRequest with(Form sent) {
        return new PageRequest(raw, session, account, texts, sent);
    }

    /// A variable part of the address.
    String variable(String name) {
        return raw.path().pathParameters().get(name);
    }

    boolean may(Capability capability) {
        return account.capabilities().contains(capability);
    }

    /// The places this account may go to.
    Stream<Frame.Link> links() {
        return account.mustChange()
                ? Stream.empty()
                : MENU.stream().filter(entry -> may(entry.getKey())).map(Map.Entry::getValue);
    }

    /// The frame of the page at `path`, with the sentence that waits to be told.
    Frame frame(String path) {
        return frame(path, session.told());
    }

    Frame frame(String path, @Nullable Notice notice) {
        return new Frame(
                texts, path, session.csrf(), account.displayName(), links().toList(), notice);
    }

    /// Keeps the sentence about what was done and goes on to a page that tells it.
    PageAnswer tellAndGo(Done done, String path) {
        session.tell(new Notice(done.done(), texts.outcome(done)));
        return PageAnswer.goTo(path);
    }
}
