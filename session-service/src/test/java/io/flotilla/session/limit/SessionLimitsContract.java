package io.flotilla.session.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Together;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of limits promises; two instances stand for two nodes. */
public abstract class SessionLimitsContract {
    private static final Allowance TWO = new Allowance(2, 2);

    private final String ada = "ada-" + UUID.randomUUID();
    private final String home = "home-" + UUID.randomUUID();

    /** Two nodes that share their counts. */
    protected abstract List<SessionLimits> nodes(Allowance allowance, Duration lease);

    private List<SessionLimits> nodes;

    private SessionLimits limits;

    @BeforeEach
    void nobodyIsInside() {
        nodes = nodes(TWO, Duration.ofMinutes(2));
        limits = nodes.getFirst();
        limits.align(List::of);
    }

    @Test
    void letsAPersonIntoTwoSessionsAndNoMore() {
        assertThat(limits.take(place("1"))).isEqualTo(new Taking.Taken(true));
        assertThat(limits.take(place("2"))).isEqualTo(new Taking.Taken(true));

        assertThat(limits.take(place("3"))).isEqualTo(new Taking.Full("user", 2));
    }

    @Test
    void countsASessionOnce() {
        limits.take(place("1"));
        limits.take(place("2"));

        assertThat(limits.take(place("1"))).isEqualTo(new Taking.Taken(false));
    }

    @Test
    void letsAnAddressIntoTwoSessionsAndNoMore() {
        limits.take(new Holding("1", ada + "-1", home));
        limits.take(new Holding("2", ada + "-2", home));

        assertThat(limits.take(new Holding("3", ada + "-3", home))).isEqualTo(new Taking.Full("address", 2));
    }

    @Test
    void countsASessionOnceForAllWhoShareAnAddress() {
        limits.take(new Holding("1", ada + "-1", home));
        limits.take(new Holding("1", ada + "-2", home));
        limits.take(new Holding("1", ada + "-3", home));

        assertThat(limits.take(new Holding("2", ada + "-4", home))).isEqualTo(new Taking.Taken(true));
        assertThat(limits.take(new Holding("2", ada + "-5", home))).isEqualTo(new Taking.Taken(true));
    }

    @Test
    void takesNothingFromAnyoneWhenItRefuses() {
        limits.take(new Holding("1", ada + "-1", home));
        limits.take(new Holding("2", ada + "-2", home));
        limits.take(new Holding("3", ada, home));

        assertThat(limits.take(new Holding("4", ada, "elsewhere-" + ada))).isEqualTo(new Taking.Taken(true));
        assertThat(limits.take(new Holding("5", ada, "elsewhere-" + ada))).isEqualTo(new Taking.Taken(true));
    }

    @Test
    void makesRoomWhenAPlaceIsGivenBack() {
        limits.take(place("1"));
        limits.take(place("2"));

        limits.release(place("1"));
        limits.release(place("1"));
        limits.release(place("never taken"));

        assertThat(limits.take(place("3"))).isEqualTo(new Taking.Taken(true));
        assertThat(limits.take(place("4"))).isEqualTo(new Taking.Full("user", 2));
    }

    @Test
    void letsExactlyTwoOfFiftyIntoSessionsOfOnePerson() {
        var takings = Together.all(50, i -> () -> nodes.get(i % 2).take(place("s" + i)));

        assertThat(takings).filteredOn(new Taking.Taken(true)::equals).hasSize(2);
        assertThat(takings).filteredOn(new Taking.Full("user", 2)::equals).hasSize(48);
    }

    @Test
    void letsExactlyTwoOfFiftyPeopleOfOneAddressIn() {
        var takings = Together.all(50, i -> () -> nodes.get(i % 2).take(new Holding("s" + i, ada + "-" + i, home)));

        assertThat(takings).filteredOn(new Taking.Taken(true)::equals).hasSize(2);
        assertThat(takings).filteredOn(new Taking.Full("address", 2)::equals).hasSize(48);
    }

    @Test
    void takesOverWhatTheRecordShows() {
        limits.align(() -> List.of(place("1"), place("2")));

        assertThat(nodes.getLast().take(place("3"))).isEqualTo(new Taking.Full("user", 2));
        assertThat(limits.take(place("1"))).isEqualTo(new Taking.Taken(false));
    }

    @Test
    void leavesAloneWhatIsStillLeased() {
        limits.take(place("1"));
        limits.take(place("2"));

        limits.align(List::of);

        assertThat(limits.take(place("3"))).isEqualTo(new Taking.Full("user", 2));
    }

    @Test
    void freesWhatTheRecordDoesNotShowOnceTheLeaseIsOver() {
        var impatient = nodes(TWO, Duration.ZERO).getFirst();
        impatient.take(place("1"));
        impatient.take(place("2"));

        impatient.align(List::of);

        assertThat(impatient.take(place("3"))).isEqualTo(new Taking.Taken(true));
    }

    @Test
    void takesOutWhatLeftTheRecordMeanwhile() {
        var answers =
                List.of(List.of(place("1"), place("2")), List.of(place("2"))).iterator();

        limits.align(answers::next);

        assertThat(limits.take(place("3"))).isEqualTo(new Taking.Taken(true));
        assertThat(limits.take(place("4"))).isEqualTo(new Taking.Full("user", 2));
    }

    private Holding place(String session) {
        return new Holding(session, ada, home);
    }
}
