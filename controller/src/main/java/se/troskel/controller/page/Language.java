package se.troskel.controller.page;

import java.util.Locale;

/// A language of the staff pages.
public enum Language {
    SV("Svenska"),
    EN("English");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /// The two letters of its `lang` attribute.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// The language with these two letters; Swedish when there is none such.
    static Language of(String code) {
        return EN.code().equals(code) ? EN : SV;
    }
}
