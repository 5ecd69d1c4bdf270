package se.troskel.config;

import java.util.List;
import java.util.Map;

/// A centre whose public keys are known here: one file `trust/NAME.json` of the configuration's
/// folder, written by that centre (`./troskel ticket trust`) and copied to the others. Immutable.
///
/// @param centre its code, for example `TRO`
/// @param name its name by language, `sv` and `en` at least, as terminals show it
/// @param keys its public keys, also old ones whose signatures are still met
public record TrustedCentre(
        @Form(value = Form.ID, example = "TRO") String centre,
        Map<String, String> name,
        List<TrustedKey> keys) {
    public TrustedCentre {
        name = Map.copyOf(name);
        keys = List.copyOf(keys);
    }
}
