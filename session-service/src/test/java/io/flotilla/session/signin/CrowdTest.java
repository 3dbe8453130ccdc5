package io.flotilla.session.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.usersession.UserSessionFixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void letsGoOfWhatNobodyUsedForLongest() {
        var old = session(1, false).active(NOON.plusSeconds(900));
        var idle = session(2, false);
        var busy = session(3, false).active(NOON.plusSeconds(800));

        assertThat(Crowd.displaced(List.of(old, idle, busy), false, 3)).containsExactly(idle);
    }

    @Test
    void countsBrowsersAndOtherClientsApart() {
        var browsers = List.of(session(1, false), session(2, false));

        assertThat(Crowd.displaced(browsers, true, 1)).isEmpty();
        assertThat(Crowd.displaced(browsers, false, 1)).hasSize(2);
    }

    /** However many there are: there is room for one more afterwards, no more go than must, and none that is busier than one that stays. */
    @Test
    void makesExactlyTheRoomThatIsNeeded() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            int most = 1 + random.nextInt(6);
            var running = new ArrayList<UserSession>();
            for (int i = random.nextInt(12); i > 0; i--) {
                running.add(session(i, random.nextBoolean()).active(NOON.plusSeconds(random.nextInt(100))));
            }
            boolean cookieless = random.nextBoolean();
            var gone = Crowd.displaced(running, cookieless, most);
            var stay = running.stream()
                    .filter(one -> one.opening().cookieless() == cookieless)
                    .filter(one -> !gone.contains(one))
                    .toList();

            assertThat(gone).as("seed %d", seed).hasSize(Math.max(0, stay.size() + gone.size() + 1 - most));
            assertThat(gone).as("seed %d", seed).allMatch(one -> one.opening().cookieless() == cookieless);
            var busiestGone = gone.stream().map(UserSession::lastActivity).max(Comparator.naturalOrder());
            busiestGone.ifPresent(last -> assertThat(stay).as("seed %d", seed).allMatch(one -> !one.lastActivity()
                    .isBefore(last)));
        }
    }

    private static UserSession session(int number, boolean cookieless) {
        return UserSessionFixtures.account("session-" + number, "ada", cookieless, NOON.plusSeconds(number));
    }
}
