package se.troskel.controller.signin;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the provider within bounds: one limit for everything from connecting to the last byte, so
/// that a server that drips cannot hold anybody longer; at most 256 kB; no redirections.
/// Thread-safe.
final class BoundedHttp implements HTTPRequestSender, ResourceRetriever, AutoCloseable {
    private static final long LARGEST_BYTES = 256 * 1024;

    private final Duration patience;
    private final HttpClient client;

    BoundedHttp(Duration patience) {
        this.patience = patience;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(patience)
                        .build();
    }

    /// @throws IOException when no whole answer came in time
    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder sent = HttpRequest.newBuilder(request.getURI());
        request.getHeaderMap()
                .forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        String body = Objects.requireNonNullElse(request.getBody(), "");
        sent.method(request.getMethod().name(), BodyPublishers.ofString(body));
        HttpResponse<String> got = answer(sent.build());
        HTTPResponse answer = new HTTPResponse(got.statusCode());
        got.headers()
                .map()
                .forEach((name, values) -> answer.setHeader(name, values.toArray(String[]::new)));
        answer.setBody(got.body());
        return answer;
    }

    /// @throws IOException when no whole answer came in time, or another than 200
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpResponse<String> got =
                answer(HttpRequest.newBuilder(URI.create(url.toString())).build());
        if (got.statusCode() != 200) {
            throw new IOException("answered " + got.statusCode());
        }
        return new Resource(got.body(), "application/json");
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> coming =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_BYTES));
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no whole answer within " + patience, e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
