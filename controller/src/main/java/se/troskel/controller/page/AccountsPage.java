package se.troskel.controller.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.StaffDirectory.NewAccount;
import se.troskel.controller.register.Role;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;

/// The staff accounts: who there is and may do what, a new one, an ended one, and whose card opens
/// the terminals' staff mode.
final class AccountsPage {
    static final String PATH = "/staff/accounts";
    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9.-]{1,31}");
    private static final int NAME_LENGTH_MAX = 80;
    private static final int NUMBER_LENGTH_MAX = 64;

    private final StaffDirectory directory;
    private final Templates templates;

    AccountsPage(StaffPages.Parts parts, Templates templates) {
        this.directory = parts.directory();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        return PageAnswer.html(
                200,
                templates.render(
                        "accounts",
                        Map.of(
                                "frame",
                                request.frame(PATH),
                                "accounts",
                                directory.accounts(),
                                "roles",
                                Arrays.asList(Role.values()),
                                "capabilities",
                                Arrays.asList(Capability.values()))));
    }

    /// Gives an account the capabilities of a role, or those that were ticked one by one.
    PageAnswer allow(PageRequest request) {
        var form = request.form();
        Role role = role(form.get("role"));
        if (role == null && !form.get("role").isEmpty()) {
            return request.tellAndGo(new Done(false, "account.form", null), PATH);
        }
        var allowed =
                role != null
                        ? role.capabilities()
                        : Arrays.stream(Capability.values())
                                .filter(one -> form.get("may-" + one.name()).equals("yes"))
                                .collect(Collectors.toUnmodifiableSet());
        return request.tellAndGo(
                directory.allow(request.account(), request.variable("user"), allowed), PATH);
    }

    private static @Nullable Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    PageAnswer make(PageRequest request) {
        String user = request.form().get("user").toLowerCase(Locale.ROOT);
        String name = request.form().get("name");
        Role role = role(request.form().get("role"));
        if (!USER.matcher(user).matches()
                || name.isEmpty()
                || name.length() > NAME_LENGTH_MAX
                || role == null) {
            return request.tellAndGo(new Done(false, "account.form", null), PATH);
        }
        return request.tellAndGo(
                directory.make(request.account(), new NewAccount(user, name, role)), PATH);
    }

    PageAnswer end(PageRequest request) {
        return request.tellAndGo(directory.end(request.account(), request.variable("user")), PATH);
    }

    PageAnswer link(PageRequest request) {
        String number = request.form().get("number");
        if (number.length() > NUMBER_LENGTH_MAX) {
            return request.tellAndGo(new Done(false, "card.number", null), PATH);
        }
        return request.tellAndGo(
                directory.link(request.account(), request.variable("user"), number), PATH);
    }
}
