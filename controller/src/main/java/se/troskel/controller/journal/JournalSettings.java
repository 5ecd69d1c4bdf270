package se.troskel.controller.journal;

import java.util.random.RandomGenerator;
import se.troskel.controller.journal.log.LogSettings;

/// How the journal works.
///
/// @param log how its segments are kept
/// @param queueLength records that may wait for the writer; more are refused
/// @param groupMax records of one group commit
/// @param random makes record ids and this run's id
public record JournalSettings(
        LogSettings log, int queueLength, int groupMax, RandomGenerator random) {
    private static final int QUEUE_LENGTH = 4096;
    private static final int GROUP_MAX = 256;

    public static JournalSettings standard(RandomGenerator random) {
        return new JournalSettings(LogSettings.standard(random), QUEUE_LENGTH, GROUP_MAX, random);
    }
}
