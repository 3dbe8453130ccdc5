package io.flotilla.session.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What attendance promises. */
public abstract class AttendanceContract {
    private final String session = "s-" + UUID.randomUUID();

    protected abstract Attendance attendance();

    /** Lets that much time go by, at least. */
    protected abstract void pass(Duration time);

    @Test
    void knowsNothingOfWhatItWasNeverTold() {
        assertThat(attendance().aloneFor(session)).isEmpty();
        assertThat(attendance().aloneFor(Duration.ZERO, 10_000)).doesNotContainKey(session);
    }

    @Test
    void knowsHowLongNobodyWasThere() {
        attendance().attended(session);
        pass(Duration.ofMillis(300));

        assertThat(attendance().aloneFor(session).orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(attendance().aloneFor(Duration.ofMillis(300), 10_000).get(session))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(attendance().aloneFor(Duration.ofHours(1), 10_000)).doesNotContainKey(session);
    }

    @Test
    void beginsAnewWhenSomebodyComes() {
        attendance().attended(session);
        pass(Duration.ofMillis(300));
        var alone = attendance().aloneFor(session).orElseThrow();

        attendance().attended(session);

        assertThat(attendance().aloneFor(session).orElseThrow()).isLessThan(alone);
    }

    @Test
    void adoptsOnlyWhatItDoesNotKnow() {
        var lost = "s-" + UUID.randomUUID();
        attendance().attended(session);
        pass(Duration.ofMillis(300));

        attendance().adopt(List.of(session, lost));

        assertThat(attendance().aloneFor(session).orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(attendance().aloneFor(lost)).isPresent();
    }

    @Test
    void forgets() {
        attendance().attended(session);
        attendance().forget(session);

        assertThat(attendance().aloneFor(session)).isEmpty();
    }
}
