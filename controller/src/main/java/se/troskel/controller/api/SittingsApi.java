package se.troskel.controller.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import se.troskel.controller.page.StaffDesk;
import se.troskel.controller.page.StaffDesk.ImportKind;
import se.troskel.controller.page.StaffDesk.ImportPreview;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.kiosk.ApiError;
import se.troskel.protocol.lists.SittingsReport;
import se.troskel.protocol.lists.SittingsReport.WrongRow;

/// Lists of sittings from other systems, under `/api/v1/sittings`: previewed, or applied as on the
/// page of lists and recorded as done by `api`. Every call carries a token of its own; no answer
/// repeats anything of a row. Handlers run on virtual threads and may block.
public final class SittingsApi implements HttpService {
    /// The file in the data folder that switches this on.
    public static final String TOKEN = "lists.token";

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final StaffAccount API = StaffAccount.visiting("api", "API", Set.of());

    private final StaffDesk desk;
    private final BearerToken token;

    public SittingsApi(StaffDesk desk, BearerToken token) {
        this.desk = desk;
        this.token = token;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/", this::take);
    }

    private void take(ServerRequest req, ServerResponse res) {
        if (!token.isPresentedIn(req.headers().first(HeaderNames.AUTHORIZATION).orElse(""))) {
            refuse(
                    res,
                    Status.UNAUTHORIZED_401,
                    "TOKEN",
                    "send the token of lists as 'Authorization: Bearer ...'");
            return;
        }
        byte[] list = body(req);
        if (list.length > LARGEST) {
            refuse(
                    res,
                    Status.REQUEST_ENTITY_TOO_LARGE_413,
                    "TOO_LARGE",
                    "the list is larger than 5 MiB; divide it");
            return;
        }
        ImportPreview preview = desk.preview(API, ImportKind.SITTINGS, list);
        if (preview.id().isEmpty()) {
            refuse(res, Status.BAD_REQUEST_400, "NO_LIST", preview.bad().getFirst().problem());
        } else if (req.query().first("apply").orElse("").equals("true")) {
            apply(preview, res);
        } else {
            send(res, report(preview, false));
        }
    }

    private void apply(ImportPreview preview, ServerResponse res) {
        Done done = desk.applyImport(API, preview.id());
        if (done.done()) {
            send(res, report(preview, true));
            return;
        }
        switch (done.key()) {
            case "import.arrived", "import.gone" ->
                    refuse(
                            res,
                            Status.CONFLICT_409,
                            "CHANGED",
                            "somebody has come or the lists were changed meanwhile, so nothing was"
                                    + " applied; preview again");
            default ->
                    refuse(
                            res,
                            Status.SERVICE_UNAVAILABLE_503,
                            "BUSY",
                            "it could not be stored or recorded; preview again to see what is there");
        }
    }

    private static SittingsReport report(ImportPreview preview, boolean applied) {
        return new SittingsReport(
                applied,
                preview.added(),
                preview.changed(),
                preview.unchanged(),
                preview.gone(),
                preview.bad().size(),
                preview.bad().stream()
                        .limit(SittingsReport.ROWS_MAX)
                        .map(row -> new WrongRow(row.line(), row.problem()))
                        .toList(),
                preview.unknown().unknown());
    }

    private static byte[] body(ServerRequest req) {
        try (var in = req.content().inputStream()) {
            return in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the list ended early", e);
        }
    }

    private static void send(ServerResponse res, Record message) {
        res.header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(Json.write(message));
    }

    private static void refuse(ServerResponse res, Status status, String code, String message) {
        res.status(status);
        send(res, new ApiError(code, message));
    }
}
