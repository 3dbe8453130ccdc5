package io.flotilla.session.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Together;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What leases promise. */
public abstract class LeasesContract {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final String name = "test-" + UUID.randomUUID();

    protected abstract Leases leases();

    /** Lets a short lease run out. */
    protected abstract void outlast(Duration time);

    @Test
    void areGivenToOneOfMany() {
        var taken = Together.all(8, _ -> () -> leases().take(name, LONG));

        assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void areFreeOnceGivenBack() {
        var lease = leases().take(name, LONG).orElseThrow();
        lease.release();

        assertThat(leases().take(name, LONG)).isPresent();
    }

    @Test
    void areHeldByNameOnly() {
        leases().take(name, LONG);

        assertThat(leases().take(name + "-2", LONG)).isPresent();
        assertThat(leases().take(name, LONG)).isEmpty();
    }

    @Test
    void areNeitherRenewedNorGivenBackByWhoLostThem() {
        var late = leases().take(name, SHORT).orElseThrow();
        outlast(SHORT);
        var next = leases().take(name, LONG).orElseThrow();

        assertThat(late.renew(LONG)).isFalse();
        late.release();

        assertThat(next.renew(LONG)).isTrue();
        assertThat(leases().take(name, LONG)).isEmpty();
    }

    @Test
    void areLostWhenTheyRanOutAndNobodyTookThem() {
        var late = leases().take(name, SHORT).orElseThrow();
        outlast(SHORT);

        assertThat(late.renew(LONG)).isFalse();
    }
}
