package se.troskel.controller.page;

import io.helidon.http.Method;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.StaffAccount.Capability;

/// One address of the staff pages that only somebody who is logged in reaches.
///
/// @param method GET, which changes nothing, or POST, which needs the form's token
/// @param path with `{name}` for a variable part
/// @param needs the capability it asks for; null when every account may
/// @param beforeChange whether it is reached with a system-made password that has yet to be changed
record PageRoute(
        Method method,
        String path,
        @Nullable Capability needs,
        boolean beforeChange,
        Action action) {

    static PageRoute get(String path, @Nullable Capability needs, Action action) {
        return new PageRoute(Method.GET, path, needs, false, action);
    }

    static PageRoute post(String path, @Nullable Capability needs, Action action) {
        return new PageRoute(Method.POST, path, needs, false, action);
    }

    /// Whether an open page asks for it by itself, which is no use by anybody.
    boolean isLive() {
        return path.endsWith("/live");
    }

    /// The same, reached with a system-made password too.
    PageRoute beforePasswordChange() {
        return new PageRoute(method, path, needs, true, action);
    }

    /// What an address does.
    @FunctionalInterface
    interface Action {
        /// Answers; may block as long as the desk does.
        PageAnswer answer(PageRequest request);
    }
}
