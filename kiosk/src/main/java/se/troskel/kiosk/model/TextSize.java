package se.troskel.kiosk.model;

/// How large texts are.
public enum TextSize {
    NORMAL(100),
    LARGE(150),
    LARGEST(200);

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    TextSize next() {
        return switch (this) {
            case NORMAL -> LARGE;
            case LARGE -> LARGEST;
            case LARGEST -> NORMAL;
        };
    }
}
