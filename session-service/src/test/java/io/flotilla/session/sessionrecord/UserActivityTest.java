package io.flotilla.session.sessionrecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.sharing.SharingFixtures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UserActivityTest {
    private final SharingFixtures world = new SharingFixtures();
    private final InMemoryUserSessions sessions = new InMemoryUserSessions();
    private final UserActivity activity = new UserActivity(sessions, world.clock, world.config);

    @Test
    void writesManyActsDownOnce() {
        for (int i = 0; i < 100; i++) {
            activity.acted("ada");
        }

        assertThat(sessions.touches()).isEqualTo(1);
    }

    @Test
    void writesAgainAfterAWhile() {
        activity.acted("ada");
        world.pass(Duration.ofSeconds(30));
        activity.acted("ada");

        assertThat(sessions.touches()).isEqualTo(2);
    }

    @Test
    void writesEachSessionsActs() {
        activity.acted("ada");
        activity.acted("bob");

        assertThat(sessions.touches()).isEqualTo(2);
    }
}
