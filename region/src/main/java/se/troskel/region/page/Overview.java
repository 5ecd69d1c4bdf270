package se.troskel.region.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import se.troskel.region.picture.RegionPicture;

/// The whole page at one moment. Pure.
///
/// @param version of the picture, as the changes name it
/// @param now on the region's clock
/// @param clock the same as a time of day
/// @param connected whether the region reaches its broker
/// @param head the counts in one line
public record Overview(
        long version,
        Instant now,
        String clock,
        boolean connected,
        String head,
        List<CentreCard> cards) {
    public Overview {
        cards = List.copyOf(cards);
    }

    /// So few that every card can stand open.
    private static final int SHORT = 3;

    /// The cards that a reader wants to see.
    public List<CentreCard> cards(Show show) {
        return cards.stream().filter(show::shows).toList();
    }

    public boolean isShort() {
        return cards.size() <= SHORT;
    }

    static Overview of(RegionPicture picture, ZoneId zone, Instant now) {
        var clock = new Clock(zone, now);
        List<CentreCard> cards =
                picture.centres().stream()
                        .map(centre -> CentreCard.of(centre, clock))
                        .sorted(CentreCard.ORDER)
                        .toList();
        String head =
                cards.size()
                        + " lärcentrum · "
                        + counted(cards, "open", "öppet", "öppna")
                        + " · "
                        + counted(cards, "closed", "stängt", "stängda")
                        + " · "
                        + counted(cards, "unknown", "vet inte", "vet inte");
        return new Overview(
                picture.version(), now, clock.seconds(), picture.connected(), head, cards);
    }

    private static String counted(
            List<CentreCard> cards, String standing, String one, String many) {
        long count = cards.stream().filter(card -> card.standing().equals(standing)).count();
        return count + " " + (count == 1 ? one : many);
    }
}
