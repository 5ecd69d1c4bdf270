package se.troskel.controller.page;

/// A state as everybody can tell it: shape, word and colour, never one of them alone.
///
/// @param tone `quiet`, `info`, `ok`, `act`, `stop` or `unknown`: the colour
/// @param icon name of the shape
/// @param word what it says
public record Sign(String tone, String icon, String word) {
    static Sign quiet(String icon, String word) {
        return new Sign("quiet", icon, word);
    }

    static Sign info(String icon, String word) {
        return new Sign("info", icon, word);
    }

    static Sign ok(String word) {
        return new Sign("ok", "ok", word);
    }

    static Sign act(String word) {
        return new Sign("act", "act", word);
    }

    static Sign stop(String word) {
        return new Sign("stop", "stop", word);
    }

    static Sign unknown(String word) {
        return new Sign("unknown", "unknown", word);
    }
}
