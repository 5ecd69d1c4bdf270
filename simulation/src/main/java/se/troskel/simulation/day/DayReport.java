package se.troskel.simulation.day;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the day said should be seen, and what was: printed as it goes, and written as a page at the
/// end.
final class DayReport {
    private final List<Step> steps = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final PrintStream out;

    DayReport(PrintStream out) {
        this.out = out;
    }

    /// Says what is about to be done and what should then be seen.
    void announce(int number, String scene, String what, String expected) {
        out.printf("%3d  %s: %s%n     expected: %s%n", number, scene, what, expected);
        out.flush();
    }

    void add(Step step) {
        steps.add(step);
        out.printf(
                "     seen:     %s%n     %s%n", step.seen().words(), step.held() ? "ok" : "FAILED");
        out.flush();
    }

    void leaveOut(String what) {
        leftOut.add(what);
        out.println("left out: " + what);
    }

    int count() {
        return steps.size();
    }

    long failed() {
        return steps.stream().filter(step -> !step.held()).count();
    }

    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    void write(Path file) throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>The scripted day</title><style>
                        body { font: 16px/1.5 system-ui, sans-serif; margin: 32px; color: #14202b; background: #f5f7f9; }
                        section { background: #fff; border: 1px solid #66727e; border-radius: 8px; padding: 16px; margin: 16px 0; }
                        .fail { border: 4px solid #b3141e; } img { height: 420px; margin: 8px 8px 0 0; border: 1px solid #66727e; }
                        dt { font-weight: 600; } dd { margin: 0 0 8px; white-space: pre-wrap; }
                        </style></head><body>
                        """);
        page.append("<h1>The scripted day: ")
                .append(count())
                .append(" steps, ")
                .append(failed())
                .append(" failed</h1>");
        leftOut.forEach(what -> page.append("<p>Left out: ").append(escape(what)).append("</p>"));
        for (Step step : steps) {
            page.append(step.held() ? "<section>" : "<section class=\"fail\">");
            page.append("<h2>")
                    .append(step.number())
                    .append(". ")
                    .append(escape(step.scene() + ": " + step.what()))
                    .append(step.held() ? "" : " — did not hold")
                    .append("</h2><dl><dt>expected</dt><dd>")
                    .append(escape(step.expected()))
                    .append("</dd><dt>seen</dt><dd>")
                    .append(escape(step.seen().words()))
                    .append("</dd></dl>");
            step.pictures()
                    .forEach(name ->
                            page.append("<img alt=\"")
                                    .append(escape(name))
                                    .append("\" src=\"pictures/")
                                    .append(escape(name))
                                    .append("\">"));
            page.append("</section>");
        }
        Files.writeString(file, page.append("</body></html>\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
