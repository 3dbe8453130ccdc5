package io.flotilla.session.usersession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every record of user sessions promises. */
public abstract class UserSessionsContract {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final String handle = UUID.randomUUID().toString();
    private final UserSession session = UserSession.anonymous(handle, "user-of-" + handle, LONG_AGO.plusSeconds(100));

    protected abstract UserSessions sessions();

    @Test
    void findsASessionByItsSecretAndByItsHandle() {
        sessions().insert(session, "hash-" + handle);

        assertThat(sessions().findBySecret("hash-" + handle)).contains(session);
        assertThat(sessions().findByHandle(handle)).contains(session);
        assertThat(sessions().findBySecret("another hash")).isEmpty();
        assertThat(sessions().findByHandle("hash-" + handle)).isEmpty();
    }

    @Test
    void refusesASecretThatIsTaken() {
        sessions().insert(session, "hash-" + handle);
        var other = UserSession.anonymous(handle + "-2", "other", LONG_AGO);

        assertThatThrownBy(() -> sessions().insert(other, "hash-" + handle)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void movesActivityOnlyForward() {
        sessions().insert(session, "hash-" + handle);

        sessions().touch(handle, LONG_AGO.plusSeconds(500));
        sessions().touch(handle, LONG_AGO.plusSeconds(200));
        sessions().touch("nobody", LONG_AGO);

        assertThat(sessions().findByHandle(handle).orElseThrow().lastActivity()).isEqualTo(LONG_AGO.plusSeconds(500));
    }

    @Test
    void removesASessionForGood() {
        sessions().insert(session, "hash-" + handle);

        sessions().remove(handle);
        sessions().remove(handle);

        assertThat(sessions().findBySecret("hash-" + handle)).isEmpty();
    }

    @Test
    void sweepsInBatchesWhatIsIdleOrTooOld() {
        for (int i = 0; i < 3; i++) {
            sessions().insert(UserSession.anonymous(handle + i, "u", LONG_AGO), "hash-" + handle + i);
        }
        sessions().insert(session, "hash-" + handle);

        assertThat(sessions().sweep(LONG_AGO.plusSeconds(50), LONG_AGO, 2)).isEqualTo(2);
        assertThat(sessions().sweep(LONG_AGO, LONG_AGO.plusSeconds(50), 2)).isEqualTo(1);
        assertThat(sessions().sweep(LONG_AGO.plusSeconds(50), LONG_AGO.plusSeconds(50), 2))
                .isZero();
        assertThat(sessions().findByHandle(handle)).isPresent();
        sessions().remove(handle);
    }
}
