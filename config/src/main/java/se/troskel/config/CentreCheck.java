package se.troskel.config;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import se.troskel.config.Findings.Complaint;

/// The centre itself and its rules of check-in.
final class CentreCheck {
    private static final Set<String> LANGUAGES =
            new HashSet<>(Arrays.asList(Locale.getISOLanguages()));

    private CentreCheck() {}

    static void check(Part root, Findings findings) {
        timeZone(root.at("centre").at("timeZone"), findings);
        languages(root.at("centre").at("languages"), findings);
        phone(root, findings);
        closingWarnings(root.at("access").at("closingWarnMinutes"), findings);
        staffUnlock(root.at("access"), findings);
    }

    private static void timeZone(Part zone, Findings findings) {
        Set<String> zones = ZoneId.getAvailableZoneIds();
        if (!zone.text().isEmpty() && !zones.contains(zone.text())) {
            findings.error(
                    zone.pointer(),
                    new Complaint(
                            zone.text(),
                            "no such time zone",
                            NearestWord.of(zone.text(), zones)
                                    .map(name -> "did you mean " + name + "?")
                                    .orElse("write an IANA name such as Europe/Stockholm")));
        }
    }

    private static void languages(Part languages, Findings findings) {
        List<String> codes = languages.items().stream().map(Part::text).toList();
        for (Part language : languages.items()) {
            if (language.text().length() == 2 && !LANGUAGES.contains(language.text())) {
                findings.error(
                        language.pointer(),
                        new Complaint(
                                language.text(),
                                "no such language",
                                "write a two-letter code of ISO 639-1, such as sv, en or fi"));
            }
        }
        if (languages.node().isArray() && !codes.containsAll(List.of("sv", "en"))) {
            findings.error(
                    languages.pointer(),
                    new Complaint(
                            "Swedish and English are not both listed",
                            "add sv and en; every screen has both (DOMAIN L11)"));
        }
    }

    private static void phone(Part root, Findings findings) {
        boolean unstaffed =
                root.at("opening").at("week").items().stream()
                        .anyMatch(period -> period.is("mode", "UNSTAFFED"));
        if (unstaffed && root.at("centre").isThere() && !root.at("centre").at("phone").isThere()) {
            findings.warning(
                    "/centre",
                    new Complaint(
                            "there are unstaffed hours and no phone",
                            "add phone: a number that is answered then, or nobody can be asked"));
        }
    }

    private static void closingWarnings(Part warnings, Findings findings) {
        int before = Integer.MAX_VALUE;
        for (Part warning : warnings.items()) {
            int minutes = warning.node().isIntegralNumber() ? warning.node().asInt(0) : 0;
            if (minutes >= before) {
                findings.error(
                        warning.pointer(),
                        new Complaint(
                                String.valueOf(minutes),
                                "not less than the warning before it",
                                "list the minutes in falling order: [15, 5, 0]"));
            }
            before = minutes;
        }
    }

    private static void staffUnlock(Part access, Findings findings) {
        OptionalInt usual = access.number("staffUnlockMinutes");
        OptionalInt longest = access.number("staffUnlockMaxMinutes");
        if (usual.isPresent() && longest.isPresent() && longest.getAsInt() < usual.getAsInt()) {
            findings.error(
                    access.pointer() + "/staffUnlockMaxMinutes",
                    new Complaint(
                            String.valueOf(longest.getAsInt()),
                            "shorter than the default unlock by staff",
                            "write " + usual.getAsInt() + " or more"));
        }
    }
}
