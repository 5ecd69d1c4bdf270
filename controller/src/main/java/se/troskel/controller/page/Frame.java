package se.troskel.controller.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every page carries around its own part.
///
/// @param path the page's address, for the link that switches the language
/// @param csrf the token of every form
/// @param userName who is logged in; null before the log-in
/// @param links where the one who is logged in may go
/// @param notice null when there is nothing to say
public record Frame(
        Texts texts,
        String path,
        String csrf,
        @Nullable String userName,
        List<Link> links,
        @Nullable Notice notice) {
    public Frame {
        links = List.copyOf(links);
    }

    /// A place in the menu.
    ///
    /// @param key of its text
    public record Link(String path, String key) {}

    /// Whether a lost card can be blocked from here.
    public boolean mayBlockCards() {
        return links.stream().anyMatch(link -> link.path().equals(CardPage.PATH));
    }

    /// The text of a key.
    public String t(String key, Object... values) {
        return texts.get(key, values);
    }
}
