package se.troskel.config;

import java.util.List;
import java.util.Map;

/// Logging in to the staff pages with the organisation's own accounts (OpenID Connect). Beside the
/// local accounts, never instead of them: those work without the provider and without a network.
///
/// @param labels the words of the button, by language; `sv` and `en` are needed
/// @param issuer the provider, exactly as it writes itself in `iss`; `http` only on this machine
/// @param clientId what the provider calls this controller
/// @param secret name of the file that holds the client secret, never the secret itself: a systemd
///   credential of the service, or else a file in `credentials` of the data folder, mode 0600
/// @param returnTo where the provider sends browsers back to, as it is registered there; `http`
///   only on this machine
/// @param scopes what is asked for beside `openid`; `profile` brings the name that the page shows
/// @param claim the claim of the ID token that the roles are read from, a text or a list of texts
/// @param roles which of its values give which role; with several one has all of them, with none
///   one is not let in
public record SignIn(
        Map<String, String> labels,
        @Form(
                        value =
                                "^https?://[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%/-]{0,200})?$",
                        example = "https://login.example.org/realms/larcentrum")
                String issuer,
        @Form(value = "^[A-Za-z0-9._:/@-]{1,128}$", example = "troskel") String clientId,
        @Form(value = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", example = "sign-in-secret")
                String secret,
        @Form(
                        value =
                                "^https?://[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?/staff/log-in/return$",
                        example = "https://kat.example.org/staff/log-in/return")
                String returnTo,
        @Form(value = "^[A-Za-z0-9._:/-]{1,128}$", example = "profile") List<String> scopes,
        @Form(value = "^[A-Za-z0-9._:/-]{1,128}$", example = "groups") String claim,
        List<RoleOf> roles) {
    public SignIn {
        labels = Map.copyOf(labels);
        scopes = List.copyOf(scopes);
        roles = List.copyOf(roles);
    }

    /// A value of the claim and the role that it gives.
    ///
    /// @param value exactly as the provider sends it: a group's name, path or id
    /// @param role what whoever has it may do here
    public record RoleOf(String value, StaffRole role) {}
}
