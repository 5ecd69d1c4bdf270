package se.troskel.controller.site;

import java.util.Map;
import java.util.UUID;
import se.troskel.controller.access.AccessDecision;
import se.troskel.controller.access.Visits;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.site.CheckIns.Admitted;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.VisitRequest;

/// Visits without a card: guests, groups and children are counted, never named. A group's host, who
/// has a card and was let in with it just before, is named in the record's local body only. A group
/// whose host cannot be found is not counted: the host shows the card again. Owned by the loop's
/// thread.
final class CardlessVisits {
    private static final int REMEMBERED = 256;

    private final Records records;
    private final People people;
    private final CheckIns checkIns;
    private final Map<UUID, VisitRequest> asked = new Latest<>(REMEMBERED);

    CardlessVisits(Records records, People people, CheckIns checkIns) {
        this.records = records;
        this.people = people;
        this.checkIns = checkIns;
    }

    void asked(SiteInput.VisitAsked in, Moment now) {
        VisitRequest visit = in.visit();
        AccessDecision decision = Visits.decide(checkIns.snapshot(now), visit.kind(), now.at());
        if (!decision.reason().isGranted()) {
            records.reply(in.reply(), answer(visit, decision, false));
            return;
        }
        if (asked.containsKey(visit.id())) {
            records.reply(in.reply(), answer(visit, decision, true));
            return;
        }
        UUID presentation = visit.host();
        Admitted host =
                presentation == null
                        ? null
                        : checkIns.host(presentation, visit.kiosk(), now).orElse(null);
        if (presentation != null && host == null) {
            records.reply(in.reply(), checkIns.showAgain(visit.id(), now));
            return;
        }
        asked.put(visit.id(), visit);
        EventBody body =
                new EventBody.Visit(visit.kind(), visit.purpose(), visit.people(), visit.kiosk());
        records.before(
                now,
                body,
                host == null ? null : local(visit, host),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        people.counted(visit.kind(), visit.people(), later);
                        records.reply(in.reply(), answer(visit, decision, true));
                    }

                    @Override
                    public void refused(Moment later) {
                        asked.remove(visit.id());
                        records.reply(in.reply(), checkIns.notRecorded(visit.id(), later));
                    }
                });
    }

    /// What a visit was for, told after it; counted apart, so that nothing ties it to the visit.
    void purposeChosen(SiteInput.PurposeChosen in, Moment now) {
        VisitRequest visit = asked.get(in.choice().visit());
        VisitKind kind = visit == null ? VisitKind.STUDENT : visit.kind();
        var body = new EventBody.PurposeChosen(in.choice().purpose(), kind, in.choice().kiosk());
        records.after(now, body, null);
    }

    private static LocalBody local(VisitRequest visit, Admitted host) {
        Map<String, String> facts = Map.of("host", String.valueOf(visit.host()));
        String person = host.person();
        return person == null
                ? new LocalBody(LocalBody.NOBODY, RetentionClass.OPERATION, facts)
                : new LocalBody(person, RetentionClass.ACCESS, facts);
    }

    private static Answer answer(VisitRequest visit, AccessDecision decision, boolean recorded) {
        return new Answer(
                visit.id(),
                decision.reason(),
                recorded,
                decision.next(),
                decision.mode(),
                decision.details(),
                null);
    }
}
