package io.flotilla.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.kit.revocation.InMemoryRevocations;
import io.quarkus.runtime.StartupEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketLivesTest {
    private static final Instant NOW = Instant.EPOCH;

    private final OpenSockets sockets = new OpenSockets();
    private final InMemoryRevocations revocations = new InMemoryRevocations(() -> NOW);
    private final SocketLives lives = new SocketLives(sockets, revocations);

    @BeforeEach
    void begin() {
        lives.listen(new StartupEvent());
    }

    @Test
    void aRevocationEndsItsSocketsAndNoOthers() {
        var first = open("s-1");
        var second = open("s-1");
        var other = open("s-2");
        var guest = open(null);

        revoke("s-1");

        assertThat(first.closed).isEqualTo(CloseCode.SESSION_OVER);
        assertThat(second.closed).isEqualTo(CloseCode.SESSION_OVER);
        assertThat(other.closed).isNull();
        assertThat(guest.closed).isNull();
        assertThat(sockets.all()).containsExactly(first, second, other, guest);
    }

    @Test
    void aRevocationBetweenTheDoorAndTheSeatIsNotMissed() {
        revoke("s-1");

        var late = open("s-1");

        await().until(() -> late.closed == CloseCode.SESSION_OVER);
    }

    @Test
    void whoHasGoneIsForgotten() {
        var gone = open("s-1");
        lives.end(gone);

        revoke("s-1");

        assertThat(gone.closed).isNull();
        assertThat(sockets.all()).isEmpty();
        assertThat(sockets.behind("s-1")).isEmpty();
    }

    private void revoke(String session) {
        revocations.revoke(session, NOW.plusSeconds(60));
    }

    private Chair open(@Nullable String session) {
        var chair = new Chair(session);
        lives.begin(chair);
        return chair;
    }

    private static final class Chair implements OpenSocket {
        private final @Nullable String session;
        private volatile @Nullable CloseCode closed;

        Chair(@Nullable String session) {
            this.session = session;
        }

        @Override
        public @Nullable String sessionId() {
            return session;
        }

        @Override
        public void close(CloseCode code, String reason) {
            closed = code;
        }
    }
}
