package se.troskel.controller.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import se.troskel.controller.page.StaffDirectory.NewAccount;
import se.troskel.controller.register.Role;
import se.troskel.controller.staff.Done;

/// The staff accounts: who there is, a new one, an ended one, and whose card opens the terminals'
/// staff mode.
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
                                Arrays.asList(Role.values()))));
    }

    PageAnswer make(PageRequest request) {
        String user = request.form().get("user").toLowerCase(Locale.ROOT);
        String name = request.form().get("name");
        Role role =
                Arrays.stream(Role.values())
                        .filter(one -> one.name().equals(request.form().get("role")))
                        .findFirst()
                        .orElse(null);
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
