package se.troskel.simulation.day;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.troskel.simulation.day.Expectation.Where;

/// Somebody at the staff pages, without a browser: fills in the pages' own forms, their tokens
/// included. Blocks.
final class StaffClient {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----troskel-day";
    private static final String LOG_IN = "/staff/log-in";
    private static final int SAID_MAX = 240;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI base;
    private final Where where;
    private Login login = new Login("", "");
    private String answer = "";
    private URI at;

    /// How they log in.
    record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /// @param where whose pictures go with what this one sees
    StaffClient(URI base, Where where) {
        this.base = base;
        this.where = where;
        this.at = base;
    }

    Where where() {
        return where;
    }

    URI base() {
        return base;
    }

    /// The address of the page that was sent last.
    URI at() {
        return at;
    }

    /// The cookies that keep the log-in.
    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /// Logs in like this, now and whenever a page asks for it: sessions end after an hour, and with
    /// the controller.
    void logIn(Login as) {
        login = as;
        logIn();
    }

    /// Logs in like this from now on.
    void remember(Login as) {
        login = as;
    }

    private void logIn() {
        answer = submit(LOG_IN, LOG_IN, Map.of("user", login.user(), "password", login.password()));
    }

    /// The page as it is sent; logs in first where that is asked for.
    String get(String path) {
        String page = text(HttpRequest.newBuilder(base.resolve(path)));
        if (!path.equals(LOG_IN) && page.contains("action=\"" + LOG_IN + "\"")) {
            logIn();
            return text(HttpRequest.newBuilder(base.resolve(path)));
        }
        return page;
    }

    /// The page as it is sent, without turning to it.
    String glance(String path) {
        URI before = at;
        String page = get(path);
        at = before;
        return page;
    }

    byte[] bytes(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path))).body();
    }

    /// The page that came of the last form.
    String answer() {
        return answer;
    }

    /// The page that came of the last form says all of this.
    Expectation answers(String... texts) {
        return says("the staff page answers", this::answer, texts);
    }

    /// The page at `path` says all of this.
    Expectation shows(String path, String... texts) {
        return says("the staff page " + path + " says", () -> get(path), texts);
    }

    /// The page at `path` says none of this.
    Expectation showsNot(String path, String... texts) {
        return new Expectation(
                "the staff page "
                        + path
                        + " does not say \""
                        + String.join("\" or \"", texts)
                        + "\"",
                where,
                () -> {
                    String text = visible(get(path));
                    return new Seen(
                            Stream.of(texts).noneMatch(text::contains),
                            "staff page: " + text.substring(0, Math.min(SAID_MAX, text.length())));
                });
    }

    private Expectation says(String what, Supplier<String> page, String... texts) {
        return new Expectation(
                what + " \"" + String.join("\" and \"", texts) + "\"",
                where,
                () -> {
                    String text = visible(page.get());
                    return new Seen(
                            Stream.of(texts).allMatch(text::contains),
                            "staff page: " + text.substring(0, Math.min(SAID_MAX, text.length())));
                });
    }

    /// What a reader finds in the page's main part: no tags, one space between words.
    private static String visible(String html) {
        int main = html.indexOf("<main");
        return html.substring(Math.max(0, main))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }

    /// Fills in the form of the page at `from` and sends it to `action`; the page that comes of it.
    String submit(String from, String action, Map<String, String> fields) {
        String form =
                "csrf="
                        + encode(token(from))
                        + fields.entrySet().stream()
                                .map(field -> "&" + field.getKey() + "=" + encode(field.getValue()))
                                .collect(Collectors.joining());
        answer =
                text(
                        HttpRequest.newBuilder(base.resolve(action))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        if (at.equals(base.resolve(action))) {
            at = base.resolve(from);
        }
        return answer;
    }

    /// Uploads a file with the import page's form.
    String upload(String kind, String fileName, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "csrf", token("/staff/import"));
        part(body, "kind", kind);
        body.writeBytes(
                ("--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + fileName
                                + "\"\r\nContent-Type: text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        answer =
                text(
                        HttpRequest.newBuilder(base.resolve("/staff/import"))
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        return answer;
    }

    /// The hidden field of this name in a page.
    static String hidden(String page, String name) {
        Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("the page has no field '" + name + "'");
        }
        return field.group(1);
    }

    private String token(String path) {
        Matcher token = TOKEN.matcher(get(path));
        if (!token.find()) {
            throw new IllegalStateException("no form at " + path + "; is somebody logged in?");
        }
        return token.group(1);
    }

    private static void part(ByteArrayOutputStream body, String name, String value) {
        body.writeBytes(
                ("--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\""
                                + name
                                + "\"\r\n\r\n"
                                + value
                                + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String text(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = send(request);
        at = response.uri();
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(20)).header("Accept-Language", "sv").build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the staff pages do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
