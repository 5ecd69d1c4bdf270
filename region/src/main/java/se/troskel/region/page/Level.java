package se.troskel.region.page;

/// How full it is, in words that people believe; per cents are not shown (UX D1, D2).
public enum Level {
    PLENTY("●", "Gott om plats", "plenty"),
    SOME("◐", "Lagom", "some"),
    CROWDED("▲", "Mycket folk", "crowded"),
    UNKNOWN("?", "Vet inte", "unknown"),
    CLOSED("–", "Stängt", "closed");

    private static final double SOME_FROM = 0.5;
    private static final double CROWDED_ABOVE = 0.8;

    private final String sign;
    private final String word;
    private final String style;

    Level(String sign, String word, String style) {
        this.sign = sign;
        this.word = word;
        this.style = style;
    }

    /// Below 50 % of the comfortable number plenty, above 80 % crowded.
    static Level of(int people, int capacity) {
        double share = (double) people / Math.max(1, capacity);
        if (share > CROWDED_ABOVE) {
            return CROWDED;
        }
        return share < SOME_FROM ? PLENTY : SOME;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }

    public String style() {
        return style;
    }
}
