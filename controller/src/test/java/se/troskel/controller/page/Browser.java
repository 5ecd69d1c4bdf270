package se.troskel.controller.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A browser without scripts: keeps cookies, does not follow redirections, sends the token of the
/// page it last saw with each form.
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private String csrf = "";

    Browser(String address) {
        this.address = address;
    }

    HttpResponse<String> logIn(String user, String password) {
        get("/staff/log-in");
        var answer = post("/staff/log-in", "user", user, "password", password);
        get("/staff/password");
        return answer;
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /// Sends a form with the token.
    HttpResponse<String> post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.add("csrf");
        all.add(csrf);
        return postBare(path, all.toArray(String[]::new));
    }

    /// Sends a form just as it is.
    HttpResponse<String> postBare(String path, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return postRaw(
                path,
                "application/x-www-form-urlencoded",
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> postRaw(String path, String type, byte[] body) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    /// Sends a list for import.
    HttpResponse<String> upload(String kind, byte[] file) {
        var head =
                """
                --edge\r
                Content-Disposition: form-data; name="csrf"\r
                \r
                %s\r
                --edge\r
                Content-Disposition: form-data; name="kind"\r
                \r
                %s\r
                --edge\r
                Content-Disposition: form-data; name="file"; filename="<b>list.csv"\r
                Content-Type: text/csv\r
                \r
                """
                        .formatted(csrf, kind)
                        .getBytes(StandardCharsets.UTF_8);
        var tail = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
        var body = new byte[head.length + file.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(file, 0, body, head.length, file.length);
        System.arraycopy(tail, 0, body, head.length + file.length, tail.length);
        return postRaw("/staff/import", "multipart/form-data; boundary=edge", body);
    }

    /// Follows a redirection by hand.
    HttpResponse<String> follow(HttpResponse<String> answer) {
        return get(location(answer));
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            var token = CSRF.matcher(answer.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
