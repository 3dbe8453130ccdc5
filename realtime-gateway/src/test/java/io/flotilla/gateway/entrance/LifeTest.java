package io.flotilla.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeSocket;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.LastWords;
import io.flotilla.gateway.namespace.Proof;
import io.flotilla.gateway.protocol.CloseCode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final FakeSocket socket = FakeSocket.in("/rooms");
    private final List<CloseCode> said = new CopyOnWriteArrayList<>();
    private final List<CloseCode> ended = new CopyOnWriteArrayList<>();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void itsNamespaceSpeaksLastAndItEndsOnce() {
        var life = life(said::add);

        life.sessionOver();
        life.close(CloseCode.TOKEN_EXPIRED, "too late");

        await().until(() -> !ended.isEmpty());
        assertThat(life.isOver()).isTrue();
        assertThat(said).containsExactly(CloseCode.SESSION_OVER);
        assertThat(ended).containsExactly(CloseCode.SESSION_OVER);
    }

    @Test
    void nothingCountsAnyMoreWhileLastWordsAreWaitedFor() {
        var life = life(new LastWords() {
            @Override
            public void say(CloseCode why) {
                said.add(why);
            }

            @Override
            public Duration pause() {
                return Duration.ofMillis(200);
            }
        });

        life.sessionOver();

        assertThat(life.isOver()).isTrue();
        assertThat(said).isEmpty();
        await().until(() -> !ended.isEmpty());
        assertThat(said).containsExactly(CloseCode.SESSION_OVER);
    }

    @Test
    void aNamespaceThatFailsToSpeakKeepsNobodyIn() {
        var life = life(why -> {
            throw new IllegalStateException("scripted");
        });

        life.sessionOver();

        await().until(() -> ended.contains(CloseCode.SESSION_OVER));
    }

    @Test
    void whoHasGoneIsLeftAlone() {
        var life = life(said::add);
        life.gone();

        life.sessionOver();
        life.later(Duration.ofMillis(1), () -> said.add(CloseCode.SLOW));

        var another = life(said::add);
        another.close(CloseCode.TOKEN_EXPIRED, "expired");
        await().until(() -> !ended.isEmpty());
        assertThat(said).containsExactly(CloseCode.TOKEN_EXPIRED);
    }

    private Life life(LastWords lastWords) {
        var who = new Identified("u-ada", "s-1", "u-ada", Set.of("user"), null, new Proof.Token());
        return new Life(VERTX, socket, who, lastWords, ended::add);
    }
}
