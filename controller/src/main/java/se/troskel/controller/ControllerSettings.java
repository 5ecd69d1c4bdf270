package se.troskel.controller;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import se.troskel.config.CentreConfig;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRulesLoader;
import se.troskel.config.Trust;
import se.troskel.protocol.event.ClockTrust;

/// What a controller is started with.
///
/// @param others the public keys of other centres
/// @param exams the rules of exams
/// @param data folder of the centre's data: `keys`, `register` and `journal`, and the terminals'
///   token
/// @param wall wall clock
/// @param nanos monotonic time
/// @param trust how far the wall clock can be believed now
public record ControllerSettings(
        CentreConfig config,
        Trust others,
        ExamRulebook exams,
        Path data,
        InstantSource wall,
        LongSupplier nanos,
        Supplier<ClockTrust> trust) {
    /// The file in the data folder that holds the terminals' bearer token.
    public static final String TOKEN = "kiosk.token";

    /// With the rules that hold where no file says any: nobody is refused by them.
    public ControllerSettings(
            CentreConfig config,
            Trust others,
            Path data,
            InstantSource wall,
            LongSupplier nanos,
            Supplier<ClockTrust> trust) {
        this(
                config,
                others,
                new ExamRulesLoader().load(List.of()).rulebook(),
                data,
                wall,
                nanos,
                trust);
    }
}
