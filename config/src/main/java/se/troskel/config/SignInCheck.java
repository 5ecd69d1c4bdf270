package se.troskel.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.troskel.config.Findings.Complaint;

/// The organisation's own log-in for the staff pages.
final class SignInCheck {
    private static final Pattern PLAIN = Pattern.compile("http://([^:/]+).*");

    private SignInCheck() {}

    static void check(Part root, Findings findings) {
        Part signIn = root.at("api").at("signIn");
        if (!signIn.isThere()) {
            return;
        }
        encrypted(signIn.at("issuer"), findings);
        encrypted(signIn.at("returnTo"), findings);
        labels(signIn.at("labels"), findings);
        roles(signIn.at("roles"), findings);
    }

    private static void encrypted(Part url, Findings findings) {
        Matcher plain = PLAIN.matcher(url.text());
        if (plain.matches()
                && !NetworkCheck.isLoopback(plain.group(1))
                && !findings.isWrong(url.pointer())) {
            findings.error(
                    url.pointer(),
                    new Complaint(
                            url.text(),
                            "log-ins would cross the network unencrypted",
                            "write https://; http:// is for this machine only, to try it"));
        }
    }

    private static void labels(Part labels, Findings findings) {
        for (String language : List.of("sv", "en")) {
            if (labels.node().isObject() && !labels.at(language).isThere()) {
                findings.error(
                        labels.pointer(),
                        new Complaint(
                                "the button has no words in " + language,
                                "add "
                                        + language
                                        + "; every page has both languages (DOMAIN L11)"));
            }
        }
    }

    private static void roles(Part roles, Findings findings) {
        if (roles.node().isArray() && roles.items().isEmpty()) {
            findings.error(
                    roles.pointer(),
                    new Complaint(
                            "no value gives a role, so nobody could log in",
                            "add {value: ..., role: ...}, or leave out signIn"));
        }
        Set<String> seen = new HashSet<>();
        for (Part role : roles.items()) {
            if (!seen.add(role.text("value") + "\n" + role.text("role"))) {
                findings.error(
                        role.pointer(),
                        new Complaint(
                                role.text("value"),
                                "this value gives this role already",
                                "write it once"));
            }
        }
    }
}
