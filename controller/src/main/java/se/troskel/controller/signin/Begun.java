package se.troskel.controller.signin;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;

/// A log-in that was begun: what must come back, and what is kept for it here. Never leaves this
/// process but for what stands in the address.
///
/// @param address where the browser goes now
/// @param state what must come back with the answer
/// @param nonce what must stand in the token
/// @param verifier proves to the provider that who began it ends it (RFC 7636)
/// @param provider the one that is asked, until the end
public record Begun(
        URI address, String state, String nonce, CodeVerifier verifier, Provider provider) {
    @Override
    public String toString() {
        return "Begun";
    }
}
