package se.troskel.region.page;

/// Which centres a reader wants to see.
public enum Show {
    ALL("Alla", "/"),
    TROUBLE("Problem", "/?visa=problem"),
    OPEN("Öppna", "/?visa=oppna");

    private final String word;
    private final String address;

    Show(String word, String address) {
        this.word = word;
        this.address = address;
    }

    /// From the page's `visa` parameter; everything for anything unknown.
    static Show of(String visa) {
        return switch (visa) {
            case "problem" -> TROUBLE;
            case "oppna" -> OPEN;
            default -> ALL;
        };
    }

    boolean shows(CentreCard card) {
        return switch (this) {
            case ALL -> true;
            case TROUBLE -> !card.troubles().isEmpty();
            case OPEN -> card.standing().equals("open");
        };
    }

    public String word() {
        return word;
    }

    public String address() {
        return address;
    }
}
