package io.flotilla.kit.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every list of revocations promises. */
abstract class RevocationsContract {
    final String sid = UUID.randomUUID().toString();

    abstract Revocations revocations();

    private static Instant in(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }

    @Test
    void aRevokedSessionIsOverAtOnceAndAnotherIsNot() {
        revocations().revoke(sid, in(60));

        assertThat(revocations().isRevoked(sid)).isTrue();
        assertThat(revocations().isRevoked(sid + "x")).isFalse();
    }

    @Test
    void anEntryIsForgottenWhenItsTokensHaveExpired() {
        revocations().revoke(sid, in(-1));

        assertThat(revocations().isRevoked(sid)).isFalse();
    }

    @Test
    void revokingTwiceKeepsTheLaterEnd() {
        revocations().revoke(sid, in(60));
        revocations().revoke(sid, in(-1));

        assertThat(revocations().isRevoked(sid)).isTrue();
    }

    @Test
    void listenersHearOfEachOnceUntilTheyStopListening() {
        var heard = new CopyOnWriteArrayList<String>();
        var listening = revocations().onRevoked(heard::add);
        revocations().revoke(sid, in(60));
        revocations().revoke(sid, in(61));
        await().until(() -> heard.contains(sid));

        listening.close();
        listening.close();
        revocations().revoke(sid + "-later", in(60));

        assertThat(heard).isEqualTo(List.of(sid));
    }

    @Test
    void aListenerThatFailsDeafensNobody() {
        var heard = new CopyOnWriteArrayList<String>();
        try (var _ = revocations().onRevoked(ignored -> {
                    throw new IllegalStateException("deaf");
                });
                var _ = revocations().onRevoked(heard::add)) {
            revocations().revoke(sid, in(60));

            await().until(() -> heard.equals(List.of(sid)));
        }
    }
}
