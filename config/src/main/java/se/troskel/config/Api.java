package se.troskel.config;

import org.jspecify.annotations.Nullable;

/// The controller's own web server, for its terminals and staff pages. Never reachable from outside
/// the centre.
///
/// @param host address to listen on; `127.0.0.1` unless terminals are on other machines
/// @param port 0 for any free one
/// @param signIn the organisation's own log-in for the staff pages; null for local accounts only
public record Api(
        @Form(value = "^[A-Za-z0-9.:-]{1,253}$", example = "127.0.0.1") String host,
        @Range(min = 0, max = 65535) int port,
        @Nullable SignIn signIn) {
    /// A web server whose staff pages know local accounts only.
    public Api(String host, int port) {
        this(host, port, null);
    }
}
