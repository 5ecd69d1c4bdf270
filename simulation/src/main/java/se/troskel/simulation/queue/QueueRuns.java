package se.troskel.simulation.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRulesLoader;

/// Many mornings at one centre, several at a time: a site's loop takes a moment to end.
/// Thread-safe.
public final class QueueRuns {
    private static final int AT_A_TIME = 16;

    private final CentreConfig config;
    private final ExamRulebook rules;

    /// @param centre folder of a centre with a terminal `kiosk1` and a room `exam-1`
    public QueueRuns(Path centre) {
        this.config = new CentreLoader().require(centre);
        this.rules = new ExamRulesLoader().load(List.of(centre)).rulebook();
    }

    /// One morning for each seed from `first` on, in that order. Blocks.
    public List<QueueResult> play(QueueScene scene, long first, int runs) {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<QueueResult>> mornings =
                    LongStream.range(first, first + runs)
                            .mapToObj(seed ->
                                    pool.submit(() -> ExamQueue.play(config, rules, scene, seed)))
                            .toList();
            return mornings.stream().map(QueueRuns::result).toList();
        }
    }

    private static QueueResult result(Future<QueueResult> morning) {
        try {
            return morning.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a morning was not played to its end", e);
        }
    }
}
