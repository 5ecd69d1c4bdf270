package se.troskel.controller.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.exam.ExamDay;
import se.troskel.controller.exam.ExamLog;
import se.troskel.controller.exam.ExamPlan;
import se.troskel.controller.site.Muster;
import se.troskel.controller.site.SiteView;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.kiosk.KioskView;

/// Goal: a terminal says that the centre closes exactly when people are to be warned of it. Method:
/// views of an evening at Katrineholm, which closes at ten with nobody at the desk.
class KioskViewsTest {
    private final CentreConfig config =
            new CentreLoader().require(Path.of("../config/centres/katrineholm"));
    private final KioskViews views = new KioskViews(config);

    @Test
    void closingIsToldFromTheFirstWarningUntilAMinuteAfter() {
        assertThat(closing("20:44:59", OpeningMode.UNSTAFFED)).isNull();
        assertThat(closing("20:45:00", OpeningMode.UNSTAFFED))
                .isEqualTo(new KioskView.Closing(15, 15));
        assertThat(closing("20:56:30", OpeningMode.UNSTAFFED))
                .isEqualTo(new KioskView.Closing(4, 5));
        assertThat(closing("21:00:30", OpeningMode.OUT_OF_HOURS))
                .isEqualTo(new KioskView.Closing(0, 0));
        assertThat(closing("21:01:00", OpeningMode.OUT_OF_HOURS)).isNull();
    }

    @Test
    void clockThatCannotBeTrustedWarnsOfNothing() {
        assertThat(closing("20:50:00", null)).isNull();
    }

    @Test
    void theClosedDayIsNamed() {
        assertThat(view("2027-06-25T10:00:00Z", OpeningMode.CLOSED).closedFor())
                .isEqualTo(Map.of("sv", "midsommarafton", "en", "Midsummer's Eve"));
        assertThat(view("2027-03-27T10:00:00Z", OpeningMode.CLOSED).closedFor())
                .isEqualTo(Map.of("sv", "Påskafton"));
        assertThat(view("2027-06-24T22:00:00Z", OpeningMode.OUT_OF_HOURS).closedFor()).isNull();
        assertThat(view("2027-06-25T10:00:00Z", null).closedFor()).isNull();
    }

    private KioskView.@Nullable Closing closing(String utc, @Nullable OpeningMode mode) {
        return view("2027-02-09T" + utc + "Z", mode).closing();
    }

    private KioskView view(String utc, @Nullable OpeningMode mode) {
        SiteView site =
                new SiteView(
                        Instant.parse(utc),
                        mode,
                        null,
                        List.of(),
                        List.of(),
                        Muster.NOBODY,
                        0,
                        null,
                        List.of(),
                        List.of(),
                        false,
                        false,
                        false,
                        List.of(),
                        Set.of(),
                        Optional.empty(),
                        false,
                        true,
                        0,
                        new ExamDay(
                                new ExamPlan(
                                        List.of(),
                                        List.of(),
                                        new ExamRulesLoader().load(List.of()).rulebook(),
                                        ZoneOffset.UTC),
                                ExamLog.EMPTY,
                                Set.of()),
                        Map.of());
        return views.of(site, "kiosk1");
    }
}
