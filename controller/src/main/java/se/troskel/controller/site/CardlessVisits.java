package se.troskel.controller.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import se.troskel.controller.access.AccessDecision;
import se.troskel.controller.access.Visits;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.VisitRequest;

/// Visits without a card: guests, groups and children are counted, never named. Owned by the loop's
/// thread.
final class CardlessVisits {
    private static final int REMEMBERED = 256;

    private final Records records;
    private final People people;
    private final CheckIns checkIns;
    private final Map<UUID, VisitRequest> asked =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, VisitRequest> eldest) {
                    return size() > REMEMBERED;
                }
            };

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
        if (asked.putIfAbsent(visit.id(), visit) != null) {
            records.reply(in.reply(), answer(visit, decision, true));
            return;
        }
        EventBody body =
                new EventBody.Visit(visit.kind(), visit.purpose(), visit.people(), visit.kiosk());
        records.before(
                now,
                body,
                null,
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        people.counted(visit.people(), later);
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
