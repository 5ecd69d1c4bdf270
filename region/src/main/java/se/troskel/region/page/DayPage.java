package se.troskel.region.page;

import java.util.Comparator;
import java.util.List;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.region.picture.CentrePicture;
import se.troskel.region.store.Sample;

/// A centre's rooms through the day. Pure.
///
/// @param name the centre's
/// @param clock the region's, when this was made
public record DayPage(String name, String clock, List<DayChart> charts) {
    public DayPage {
        charts = List.copyOf(charts);
    }

    /// The page of one centre.
    ///
    /// @param samples of the whole centre since [DayLine#since]
    static DayPage of(CentrePicture centre, List<Sample> samples, Clock clock) {
        List<DayChart> charts =
                centre.rooms().stream()
                        .sorted(Comparator.comparing(RoomState::name))
                        .map(room -> chart(room, samples, clock))
                        .toList();
        return new DayPage(centre.name(), clock.seconds(), charts);
    }

    private static DayChart chart(RoomState room, List<Sample> samples, Clock clock) {
        List<Sample> own =
                samples.stream().filter(sample -> sample.room().equals(room.room())).toList();
        return DayChart.of(room.name(), room.capacity(), DayLine.of(own, clock), clock);
    }
}
