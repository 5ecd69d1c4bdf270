package se.troskel.controller.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.CandidateChange.Source;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// A sitting with three candidates: one as usual, one protected, one who has come.
final class FakeCandidates implements CandidateDesk {
    static final At MDU =
            new At("s-MDU", "MDU MAA140 TEN1", LocalDate.of(2027, 3, 2), LocalTime.of(8, 30));
    final List<String> asked = new ArrayList<>();
    private @Nullable Done refusal;
    private @Nullable Latest latest;

    /// The next edit is refused with this sentence.
    void refuse(String key) {
        refusal = new Done(false, key, null);
    }

    @Override
    public Optional<Listed> sitting(String id) {
        return id.equals(MDU.id())
                ? Optional.of(
                        new Listed(
                                MDU,
                                List.of(
                                        line("r1", "Alva Testsson", "Tentasal 1 · 1"),
                                        line("r2", null, "Tentasal 1 · 2"),
                                        line("r3", "Elis Prov", "Tentasal 1 · 3"))))
                : Optional.empty();
    }

    private static Line line(String registration, @Nullable String name, String seat) {
        return new Line(registration, name, seat, false);
    }

    @Override
    public Optional<Known> candidate(String registration) {
        return sitting(MDU.id()).orElseThrow().candidates().stream()
                .filter(line -> line.registration().equals(registration))
                .findFirst()
                .map(line ->
                        new Known(
                                line,
                                MDU,
                                new Typed(
                                        MDU.id(),
                                        new Who(
                                                line.name() == null ? "" : line.name(),
                                                "",
                                                false,
                                                line.name() == null,
                                                "A-17"),
                                        new Where("tentasal", "1", ""),
                                        new Rights(50, true, false)),
                                Fee.DUE,
                                true,
                                false,
                                registration.equals("r3"),
                                List.of(MDU)));
    }

    @Override
    public List<Place> rooms() {
        return List.of(new Place("tentasal", "Tentasal 1"), new Place("liten", "Liten sal"));
    }

    @Override
    public Optional<Latest> latest() {
        return Optional.ofNullable(latest);
    }

    @Override
    public Done add(StaffAccount by, Source source, Typed typed) {
        return did("add " + source + " " + words(typed), by, source, "candidate.added");
    }

    @Override
    public Done change(StaffAccount by, Source source, String registration, Typed typed) {
        return did(
                "change " + registration + " " + source + " " + words(typed),
                by,
                source,
                "candidate.changed");
    }

    @Override
    public Done cancel(StaffAccount by, Source source, String registration, boolean cancelled) {
        return did(
                "cancel " + registration + " " + source + " " + cancelled,
                by,
                source,
                "candidate.cancelled");
    }

    @Override
    public Done undo(StaffAccount by, String edit) {
        asked.add("undo " + edit);
        latest = null;
        return new Done(true, "candidate.undone", null);
    }

    private Done did(String what, StaffAccount by, Source source, String key) {
        Done refused = refusal;
        if (refused != null) {
            refusal = null;
            return refused;
        }
        asked.add(what);
        latest =
                new Latest(
                        "e" + asked.size(),
                        source,
                        by.user(),
                        Instant.parse("2027-03-02T07:12:00Z"));
        return new Done(true, key, null);
    }

    private static String words(Typed typed) {
        var who = typed.who();
        var where = typed.where();
        return String.join(
                "|",
                typed.sitting(),
                who.name(),
                who.number(),
                who.isReserve() + "",
                who.isProtected() + "",
                who.reference(),
                where.room(),
                where.seat(),
                where.centre(),
                typed.rights().extraPercent() + "",
                typed.rights().smallRoom() + "",
                typed.rights().isPaid() + "");
    }
}
