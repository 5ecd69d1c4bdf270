package se.troskel.controller.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.StaffDesk.ImportKind;

/// Taking in lists: choose a file or paste a table, see what it would do, apply the good rows and
/// park the bad ones, take it back.
final class ImportPage {
    static final String PATH = "/staff/import";
    private static final int SHOWN_MAX = 200;

    private final StaffDesk desk;
    private final Templates templates;

    ImportPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        return chooser(request, 200, request.session().told());
    }

    PageAnswer preview(PageRequest request) {
        var form = request.form();
        var kind = kind(form.get("kind"));
        if (form.isFileTooLarge()) {
            return refuse(request, 413, "import.too-large");
        }
        var uploaded = form.file();
        var file =
                uploaded == null || uploaded.length == 0
                        ? form.raw("table").getBytes(StandardCharsets.UTF_8)
                        : uploaded;
        if (new String(file, StandardCharsets.UTF_8).isBlank()) {
            return refuse(request, 422, "import.empty");
        }
        if (kind.isEmpty()) {
            return refuse(request, 422, "import.kind");
        }
        var preview = desk.preview(request.account(), kind.get(), file);
        return PageAnswer.html(
                200,
                templates.render(
                        "preview",
                        Map.of(
                                "frame",
                                request.frame(PATH, null),
                                "preview",
                                preview,
                                "shownMax",
                                SHOWN_MAX)));
    }

    PageAnswer apply(PageRequest request) {
        return request.tellAndGo(
                desk.applyImport(request.account(), request.form().get("preview")), PATH);
    }

    PageAnswer undo(PageRequest request) {
        return request.tellAndGo(desk.undoImport(request.account()), PATH);
    }

    PageAnswer parked(PageRequest request) {
        return PageAnswer.csv("parked.csv", desk.parkedRows());
    }

    private PageAnswer refuse(PageRequest request, int status, String key) {
        return chooser(request, status, new Notice(false, request.texts().get(key)));
    }

    private PageAnswer chooser(PageRequest request, int status, @Nullable Notice notice) {
        return PageAnswer.html(
                status,
                templates.render(
                        "import",
                        Map.of(
                                "frame",
                                request.frame(PATH, notice),
                                "hasParked",
                                desk.parkedRows().lines().skip(1).findAny().isPresent())));
    }

    private static Optional<ImportKind> kind(String name) {
        return Arrays.stream(ImportKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}
