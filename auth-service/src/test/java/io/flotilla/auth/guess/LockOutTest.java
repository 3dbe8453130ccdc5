package io.flotilla.auth.guess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.guess.LockOut.Turn;
import io.flotilla.auth.limit.Allowance;
import io.flotilla.auth.limit.InMemoryAttempts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LockOutTest {
    private static final Allowance PLACE = new Allowance("place", 3, Duration.ofMinutes(15));
    private static final Allowance NAME = new Allowance("name", 10, Duration.ofHours(1));

    private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    private final LockOut lockOut =
            new LockOut(new InMemoryAttempts(1, Duration.ofMinutes(1), clock), new InMemoryKnownPlaces(), PLACE, NAME);

    private static Guess stranger(String name, String address) {
        return new Guess(name, address, "ada-id", null);
    }

    private Turn fail(Guess guess) {
        return lockOut.begin(guess);
    }

    private void failEverywhere() {
        for (int i = 0; i < NAME.max(); i++) {
            assertThat(fail(stranger("ada", "198.51.100." + i))).isInstanceOf(Turn.Granted.class);
        }
    }

    @Test
    void aPlaceHasSoManyFailuresForAName() {
        for (int i = 0; i < 3; i++) {
            assertThat(fail(stranger("ada", "192.0.2.1"))).isInstanceOf(Turn.Granted.class);
        }

        assertThat(fail(stranger("ADA", "192.0.2.1"))).isEqualTo(new Turn.Waits(Duration.ofMinutes(15)));
        assertThat(fail(stranger("ada", "192.0.2.2"))).isInstanceOf(Turn.Granted.class);
        assertThat(fail(stranger("bob", "192.0.2.1"))).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void aHouseholdIsOnePlaceHoweverManyAddressesItHas() {
        for (int i = 0; i < 3; i++) {
            fail(stranger("ada", "2001:db8:1:2::" + i));
        }

        assertThat(fail(stranger("ada", "2001:db8:1:2:ffff::9"))).isInstanceOf(Turn.Waits.class);
        assertThat(fail(stranger("ada", "2001:db8:1:3::9"))).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void whatWasNoFailureCostsNothing() {
        for (int i = 0; i < 50; i++) {
            var turn = fail(stranger("ada", "192.0.2.1"));
            assertThat(turn).isInstanceOf(Turn.Granted.class);
            lockOut.giveBack((Turn.Granted) turn);
        }
    }

    @Test
    void failuresFromEverywhereMakeStrangersWait() {
        failEverywhere();

        assertThat(fail(stranger("ada", "203.0.113.9"))).isEqualTo(new Turn.Waits(Duration.ofHours(1)));
    }

    @Test
    void waitingForTheNameCostsThePlaceNothing() {
        failEverywhere();
        for (int i = 0; i < 5; i++) {
            assertThat(fail(stranger("ada", "203.0.113.9"))).isEqualTo(new Turn.Waits(Duration.ofHours(1)));
        }
    }

    @Test
    void neitherHurtsABrowserThatSignedInBefore() {
        failEverywhere();
        for (int i = 0; i < 3; i++) {
            fail(stranger("ada", "192.0.2.1"));
        }

        var turn = fail(new Guess("ada", "192.0.2.1", "ada-id", "device"));

        assertThat(turn).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void butThatBrowserHasNoMoreGuessesThanAPlace() {
        for (int i = 0; i < 3; i++) {
            fail(new Guess("ada", "192.0.2." + i, "ada-id", "device"));
        }

        assertThat(fail(new Guess("ada", "192.0.2.9", "ada-id", "device"))).isInstanceOf(Turn.Waits.class);
    }

    @Test
    void anAddressThatSignedInLatelyIsNoStranger() {
        var turn = (Turn.Granted) fail(stranger("ada", "192.0.2.1"));
        lockOut.right(turn, "ada-id");
        failEverywhere();

        assertThat(fail(stranger("ada", "192.0.2.1"))).isInstanceOf(Turn.Granted.class);
        assertThat(fail(new Guess("ada", "192.0.2.1", "bob-id", null))).isInstanceOf(Turn.Waits.class);
    }

    @Test
    void aNameThatNobodyHasIsTreatedTheSame() {
        for (int i = 0; i < 3; i++) {
            fail(new Guess("nobody", "192.0.2.1", null, null));
        }

        assertThat(fail(new Guess("nobody", "192.0.2.1", null, null)))
                .isEqualTo(new Turn.Waits(Duration.ofMinutes(15)));
    }
}
