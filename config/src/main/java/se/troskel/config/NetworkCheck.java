package se.troskel.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.troskel.config.Findings.Complaint;

/// What is reachable from where, and whether it is encrypted.
final class NetworkCheck {
    private static final Pattern URL = Pattern.compile("(mqtts?)://([^:]+)(?::([0-9]+))?");

    /// The numbers only: a name that begins like them may stand for any machine.
    private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.[0-9]{1,3}){3}");

    private static final int MAX_PORT = 65_535;

    private NetworkCheck() {}

    static void check(Part root, Findings findings) {
        api(root.at("api").at("host"), findings);
        broker(root.at("mqtt").at("url"), findings);
        mail(root.at("mail"), findings);
    }

    private static void api(Part host, Findings findings) {
        if (!host.text().isEmpty()
                && !isLoopback(host.text())
                && !findings.isWrong(host.pointer())) {
            findings.warning(
                    host.pointer(),
                    new Complaint(
                            host.text(),
                            "other machines can reach the controller, without encryption",
                            "write 127.0.0.1 unless terminals are on other machines, and then keep"
                                    + " them on a network of their own"));
        }
    }

    private static void broker(Part url, Findings findings) {
        Matcher parts = URL.matcher(url.text());
        if (!parts.matches() || findings.isWrong(url.pointer())) {
            return;
        }
        int port = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
        if (port < 1 || port > MAX_PORT) {
            findings.error(
                    url.pointer(),
                    new Complaint(url.text(), "no such port", "write a port from 1 to 65535"));
        }
        if (parts.group(1).equals("mqtt") && !isLoopback(parts.group(2))) {
            findings.warning(
                    url.pointer(),
                    new Complaint(
                            url.text(),
                            "what the centre reports crosses the network unencrypted",
                            "use mqtts:// and the broker's certificate"));
        }
    }

    private static void mail(Part mail, Findings findings) {
        if (mail.text("security").equals("NONE")
                && !isLoopback(mail.text("host"))
                && !findings.isWrong(mail.at("host").pointer())) {
            findings.error(
                    mail.at("security").pointer(),
                    new Complaint(
                            "NONE",
                            "names and tickets would cross the network unencrypted",
                            "write STARTTLS or TLS; NONE is for a mail server on this machine"));
        }
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || LOOPBACK.matcher(host).matches();
    }
}
