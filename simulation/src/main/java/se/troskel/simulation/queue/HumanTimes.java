package se.troskel.simulation.queue;

import java.time.Duration;
import java.util.Random;

/// How long people take, in seconds.
///
/// @param stepUp from the one before leaving to the card on the reader
/// @param type entering one's number instead of it
/// @param answer until the terminal shows its answer
/// @param chooseDocument finding one's document among those on the screen
/// @param scan laying a passport on the reader
/// @param read an answer that says where to go, and leaving
/// @param readRefusal an answer that says that it does not go on as usual, and leaving
/// @param walk from the terminal to the exam room
/// @param compareFace looking at document and face, and pressing on the tablet
public record HumanTimes(
        Range stepUp,
        Range type,
        Range answer,
        Range chooseDocument,
        Range scan,
        Range read,
        Range readRefusal,
        Range walk,
        Range compareFace) {
    /// Assumed, not measured. Card and answer together take 8 s on average, where UX K5 reckons
    /// with 6; a refusal is read twice; the answer comes within a second (UX K3); it is 20 m to the
    /// room at 1.2 m/s. Typing, choosing and comparing are guesses from trying. With 19 s for each
    /// at the terminal 25 people would not be through in eight minutes.
    public static final HumanTimes ASSUMED =
            new HumanTimes(
                    new Range(2, 3, 6),
                    new Range(8, 12, 25),
                    new Range(0.1, 0.3, 1),
                    new Range(2, 3, 8),
                    new Range(3, 6, 15),
                    new Range(2, 3, 8),
                    new Range(5, 8, 15),
                    new Range(12, 17, 40),
                    new Range(6, 9, 20));

    /// The least, the usual and the most: a triangular distribution.
    public record Range(double least, double usual, double most) {
        /// One of them.
        Duration draw(Random random) {
            double share = random.nextDouble();
            double turn = (usual - least) / (most - least);
            double seconds =
                    share < turn
                            ? least + Math.sqrt(share * (most - least) * (usual - least))
                            : most - Math.sqrt((1 - share) * (most - least) * (most - usual));
            return Duration.ofMillis(Math.round(seconds * 1000));
        }
    }
}
