package se.troskel.controller.signin;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.config.SignIn;
import se.troskel.config.StaffRole;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.register.Role;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;

/// Makes of what a provider says about somebody an account that lasts as long as the session.
/// Thread-safe.
final class Visitors {
    private static final int NAME_LENGTH_MAX = 60;
    private static final int ID_LENGTH = 12;

    private final SignIn config;
    private final Lookup lookup;

    Visitors(SignIn config, Lookup lookup) {
        this.config = config;
        this.lookup = lookup;
    }

    /// @param said what is believed already
    /// @return named by a keyed hash of issuer and subject, which is what records hold; the name is
    ///   for the pages
    /// @throws SignInRefusedException when nothing of it gives a role
    StaffAccount of(IDTokenClaimsSet said) {
        Set<Capability> capabilities = capabilities(values(said.getClaim(config.claim())));
        if (capabilities.isEmpty()) {
            throw new SignInRefusedException(
                    Refusal.NO_ROLE, "no value of " + config.claim() + " gives a role here");
        }
        String id = lookup.signedIn(config.issuer(), said.getSubject().getValue());
        String user = "oidc:" + id.substring(0, ID_LENGTH);
        return StaffAccount.visiting(user, name(said, user), capabilities);
    }

    private Set<Capability> capabilities(List<String> values) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        for (SignIn.RoleOf given : config.roles()) {
            if (values.contains(given.value())) {
                all.addAll(role(given.role()).capabilities());
            }
        }
        return all;
    }

    private static List<String> values(@Nullable Object claim) {
        return switch (claim) {
            case String one -> List.of(one);
            case Collection<?> many ->
                    many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }

    private static Role role(StaffRole role) {
        return switch (role) {
            case STAFF -> Role.STAFF;
            case EXAM_COORDINATOR -> Role.EXAM_COORDINATOR;
            case INVIGILATOR -> Role.INVIGILATOR;
            case CARETAKER -> Role.CARETAKER;
            case REGION_VIEWER -> Role.REGION_VIEWER;
            case ADMIN -> Role.ADMIN;
        };
    }

    private static String name(IDTokenClaimsSet said, String user) {
        String name =
                Objects.requireNonNullElse(said.getStringClaim("name"), "")
                        .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                        .strip();
        String shown = name.length() <= NAME_LENGTH_MAX ? name : name.substring(0, NAME_LENGTH_MAX);
        return shown.isEmpty() ? user : shown + " (" + user + ")";
    }
}
