package se.troskel.protocol.mqtt;

/// A closed range of journal positions.
public record SeqRange(long first, long last) {
    public SeqRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("a range runs from 1 or more upwards");
        }
    }
}
