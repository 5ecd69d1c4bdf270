package se.troskel.controller.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import se.troskel.protocol.Ids;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.json.Json.MalformedMessageException;
import se.troskel.protocol.kiosk.ApiError;
import se.troskel.protocol.kiosk.EnrolmentPin;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.PinEntry;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;
import se.troskel.protocol.kiosk.StaffEnd;
import se.troskel.protocol.kiosk.StaffLook;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffPin;
import se.troskel.protocol.kiosk.VisitRequest;

/// The terminals' API, under `/api/v1/kiosk`. Every call carries the terminals' bearer token; every
/// refusal is an [ApiError]. Handlers run on virtual threads and may block.
public final class KioskApi implements HttpService {
    private static final int HEARTBEAT_SECONDS = 15;

    private final KioskDesk desk;
    private final StaffMode staff;
    private final BearerToken token;

    public KioskApi(KioskDesk desk, StaffMode staff, BearerToken token) {
        this.desk = desk;
        this.staff = staff;
        this.token = token;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/view", (req, res) -> guarded(req, res, () -> send(res, desk.view(kiosk(req)))))
                .get("/events", (req, res) -> guarded(req, res, () -> events(kiosk(req), res)))
                .post(
                        "/presentations",
                        (req, res) -> answer(req, res, Presentation.class, desk::present))
                .post("/pins", (req, res) -> answer(req, res, PinEntry.class, desk::pin))
                .post("/visits", (req, res) -> answer(req, res, VisitRequest.class, desk::visit))
                .post("/exam", (req, res) -> answer(req, res, ExamChoice.class, desk::exam))
                .post(
                        "/enrolment-pins",
                        (req, res) -> answer(req, res, EnrolmentPin.class, desk::enrolmentPin))
                .post("/purposes", (req, res) -> take(req, res, PurposeChoice.class, desk::purpose))
                .post("/staff-pins", (req, res) -> answer(req, res, StaffPin.class, staff::open))
                .post("/staff-looks", (req, res) -> answer(req, res, StaffLook.class, staff::look))
                .post(
                        "/staff-orders",
                        (req, res) -> answer(req, res, StaffOrder.class, staff::order))
                .post("/staff-ends", (req, res) -> take(req, res, StaffEnd.class, staff::end));
    }

    private <M extends Record> void take(
            ServerRequest req, ServerResponse res, Class<M> type, Consumer<M> act) {
        guarded(
                req,
                res,
                () -> {
                    act.accept(Json.read(body(req), type));
                    res.status(Status.NO_CONTENT_204).send();
                });
    }

    private <M extends Record> void answer(
            ServerRequest req,
            ServerResponse res,
            Class<M> type,
            Function<M, ? extends Record> act) {
        guarded(req, res, () -> send(res, act.apply(Json.read(body(req), type))));
    }

    private void guarded(ServerRequest req, ServerResponse res, Runnable act) {
        String presented = req.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (!token.isPresentedIn(presented)) {
            refuse(
                    res,
                    Status.UNAUTHORIZED_401,
                    "TOKEN",
                    "send the terminals' token as 'Authorization: Bearer ...'");
            return;
        }
        try {
            act.run();
        } catch (MalformedMessageException e) {
            refuse(res, Status.BAD_REQUEST_400, "MALFORMED", String.valueOf(e.getMessage()));
        } catch (KioskDesk.UnknownKioskException e) {
            refuse(res, Status.NOT_FOUND_404, "UNKNOWN_KIOSK", String.valueOf(e.getMessage()));
        } catch (StaffMode.OverException e) {
            refuse(res, Status.FORBIDDEN_403, "STAFF_MODE_OVER", String.valueOf(e.getMessage()));
        } catch (KioskDesk.BusyException e) {
            refuse(res, Status.SERVICE_UNAVAILABLE_503, "BUSY", String.valueOf(e.getMessage()));
        }
    }

    /// Sends the view now and after each change until the terminal goes away.
    private void events(String kiosk, ServerResponse res) {
        BlockingQueue<KioskView> latest = new ArrayBlockingQueue<>(1);
        latest.add(desk.view(kiosk));
        Runnable stop =
                desk.onView(
                        kiosk,
                        view -> {
                            latest.poll();
                            var _ = latest.offer(view);
                        });
        try (SseSink sink = res.sink(SseSink.TYPE)) {
            while (true) {
                KioskView view = latest.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                SseEvent.Builder event = SseEvent.builder();
                sink.emit(
                        view == null
                                ? event.comment("still here").build()
                                : event.name("view").data(Json.text(view)).build());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException | IllegalStateException e) {
            // the terminal went away; it connects again by itself
        } finally {
            stop.run();
        }
    }

    private static String kiosk(ServerRequest req) {
        String id = req.query().first("kiosk").orElse("");
        if (!Ids.isId(id)) {
            throw new KioskDesk.UnknownKioskException("name the terminal as '?kiosk=ID'");
        }
        return id;
    }

    private static byte[] body(ServerRequest req) {
        try (var in = req.content().inputStream()) {
            return in.readNBytes(Json.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal's message ended early", e);
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
