package se.troskel.kiosk.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import se.troskel.kiosk.flow.Cue;

/// The samples of each cue: 16-bit mono, little endian, -12 dBFS, 10 ms fades. Source: UX (b).
final class Tones {
    static final int SAMPLE_RATE = 44_100;
    private static final double PEAK = Short.MAX_VALUE * 0.251;
    private static final int FADE_MILLIS = 10;

    private Tones() {}

    /// @param hertz 0 for a pause
    private record Part(int hertz, int millis) {}

    static byte[] samples(Cue cue) {
        List<Part> parts = parts(cue);
        int frames = parts.stream().mapToInt(part -> frames(part.millis())).sum();
        ByteBuffer buffer =
                ByteBuffer.allocate(frames * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        parts.forEach(part -> add(buffer, part));
        return buffer.array();
    }

    private static List<Part> parts(Cue cue) {
        return switch (cue) {
            case TICK -> List.of(new Part(1000, 30));
            case OK -> List.of(new Part(660, 90), new Part(0, 20), new Part(880, 90));
            case ACT -> List.of(new Part(523, 110), new Part(0, 60), new Part(523, 110));
            case FAULT -> List.of(new Part(440, 150), new Part(330, 150));
            case WARNING -> List.of(new Part(784, 120));
        };
    }

    private static void add(ByteBuffer buffer, Part part) {
        int frames = frames(part.millis());
        int fade = frames(FADE_MILLIS);
        for (int frame = 0; frame < frames; frame++) {
            double edge = Math.min(1, Math.min(frame, frames - 1 - frame) / (double) fade);
            double wave = Math.sin(2 * Math.PI * part.hertz() * frame / SAMPLE_RATE);
            buffer.putShort((short) Math.round(PEAK * edge * wave));
        }
    }

    private static int frames(int millis) {
        return SAMPLE_RATE * millis / 1000;
    }
}
