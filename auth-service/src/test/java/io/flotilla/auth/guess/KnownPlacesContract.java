package io.flotilla.auth.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every memory of places promises. */
abstract class KnownPlacesContract {
    private final String account = UUID.randomUUID().toString();

    abstract KnownPlaces places();

    @Test
    void aPlaceIsKnownToWhoSignedInFromThere() {
        places().remember(account, "192.0.2.1");
        places().remember(account, "192.0.2.1");

        assertThat(places().knows(account, "192.0.2.1")).isTrue();
    }

    @Test
    void itIsNobodyElsesAndNoOther() {
        places().remember(account, "192.0.2.1");

        assertThat(places().knows(account + "x", "192.0.2.1")).isFalse();
        assertThat(places().knows(account, "192.0.2.2")).isFalse();
    }
}
