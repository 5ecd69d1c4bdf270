package se.troskel.controller.page;

import se.troskel.controller.page.CandidateDesk.Known;
import se.troskel.controller.page.CandidateDesk.Rights;
import se.troskel.controller.page.CandidateDesk.Typed;
import se.troskel.controller.page.CandidateDesk.Where;
import se.troskel.controller.page.CandidateDesk.Who;

/// What stands in the form of a candidate.
///
/// @param source name of a [se.troskel.controller.register.CandidateChange.Source]; empty for none
///   chosen yet
/// @param percent as typed; empty for none
public record CandidateForm(String source, Typed typed, String percent) {
    private static final String YES = "yes";
    private static final int PERCENT_WRONG = -1;

    /// An empty one for a sitting.
    static CandidateForm empty(String sitting) {
        return new CandidateForm(
                "",
                new Typed(
                        sitting,
                        new Who("", "", false, false, ""),
                        new Where("", "", ""),
                        new Rights(0, false, false)),
                "");
    }

    /// What is known of a candidate.
    static CandidateForm of(Known known) {
        int percent = known.now().rights().extraPercent();
        return new CandidateForm("", known.now(), percent == 0 ? "" : Integer.toString(percent));
    }

    /// What was sent.
    static CandidateForm of(Form form) {
        var percent = form.get("percent").replaceAll("[ %]", "");
        return new CandidateForm(
                form.get("source"),
                new Typed(
                        form.get("sitting"),
                        new Who(
                                form.get("name"),
                                form.get("number"),
                                form.get("reserve").equals(YES),
                                form.get("protected").equals(YES),
                                form.get("reference")),
                        new Where(form.get("room"), form.get("seat"), form.get("centre")),
                        new Rights(
                                percent(percent),
                                form.get("small").equals(YES),
                                form.get("paid").equals(YES))),
                form.get("percent"));
    }

    private static int percent(String digits) {
        if (digits.isEmpty()) {
            return 0;
        }
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : PERCENT_WRONG;
    }

    @Override
    public String toString() {
        return "CandidateForm";
    }
}
