package se.troskel.controller.page;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamRules.LateMode;
import se.troskel.controller.confirmation.Confirmation;
import se.troskel.controller.mail.MailFate;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.decision.DocumentType;

/// A sitting with two candidates, one of them with a protected identity.
final class FakeConfirmations implements ConfirmationDesk {
    private static final ZonedDateTime START =
            ZonedDateTime.of(2027, 3, 2, 8, 30, 0, 0, ZoneId.of("Europe/Stockholm"));

    final List<Whom> asked = new CopyOnWriteArrayList<>();
    volatile boolean mailing;
    volatile @Nullable MailFate mail;

    @Override
    public boolean isMailing() {
        return mailing;
    }

    @Override
    public Done send(StaffAccount by, String sitting, Whom whom) {
        asked.add(whom);
        return new Done(true, "confirmation.sending", "1");
    }

    @Override
    public List<Told> sittings() {
        return List.of(
                new Told(
                        "s1",
                        "MDU MAA140 TEN1",
                        START.toInstant(),
                        List.of(
                                new Line("rA1B2C3", "Alva Testsson", "A1B2C3", true, true, mail),
                                new Line("rD4E5F6", null, "D4E5F6", false, false, null))));
    }

    @Override
    public Optional<List<Confirmation>> make(StaffAccount by, String sitting) {
        return sitting.equals("s1") ? Optional.of(made()) : Optional.empty();
    }

    List<Confirmation> made() {
        return List.of(told("Alva Testsson", "MAA140 TEN1", "A1B2C3"), told(null, null, "D4E5F6"));
    }

    private static Confirmation told(@Nullable String name, @Nullable String course, String mark) {
        return new Confirmation(
                new Confirmation.Addressee(
                        "r" + mark, name, mark, name == null ? null : "alva@example.org"),
                new Confirmation.Exam("Mälardalens universitet", course),
                new Confirmation.Times(
                        START.minusMinutes(30),
                        START.minusMinutes(10),
                        START,
                        START.plusHours(4),
                        new Confirmation.Late(LateMode.SINGLE_AT, START.plusMinutes(30))),
                new Confirmation.Place(
                        "Campus Viadidakt", "Storgatan 1, Katrineholm", "0150-00 00 00"),
                new Confirmation.Documents(
                        List.of(
                                DocumentType.SWEDISH_PASSPORT,
                                DocumentType.SWEDISH_NATIONAL_ID,
                                DocumentType.SWEDISH_DRIVING_LICENCE),
                        List.of(DocumentType.STUDENT_CARD, DocumentType.DIGITAL_ID)),
                new Confirmation.Ticket("TR1:TEST" + mark, "K7MP 2RVA"));
    }
}
