package io.flotilla.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.namespace.Identity.Reason;
import io.flotilla.gateway.socket.Quota;
import io.flotilla.kit.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final Identity ANSWER = new Identity.Refused(Reason.INVALID);

    private final Quota quota = new Quota();

    @Test
    void aTicketIsShownOnceHoweverManyNamespacesAskAtOnce() throws Exception {
        var connection = connection();
        var looks = new AtomicInteger();
        var bothAsk = new CountDownLatch(1);
        Callable<Identity> ask = () -> connection.once(Secret.of("tk"), () -> {
            looks.incrementAndGet();
            await(bothAsk);
            return ANSWER;
        });
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = List.of(executor.submit(ask), executor.submit(ask), executor.submit(ask));
            bothAsk.countDown();
            for (Future<Identity> answer : answers) {
                assertThat(answer.get()).isEqualTo(ANSWER);
            }
        }
        assertThat(looks).hasValue(1);
        assertThat(connection.once(Secret.of("another"), Identity.Unknown::new)).isEqualTo(new Identity.Unknown());
    }

    @Test
    void aTicketThatNobodyCouldLookAtMayBeShownAgain() {
        var connection = connection();

        connection.once(Secret.of("tk"), Identity.Unknown::new);

        assertThat(connection.once(Secret.of("tk"), () -> ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void aConnectionCountsOnceForItsUserAndOnlySoManyAreTaken() {
        var open = new ArrayList<Connection>();
        for (int i = 0; i < 3; i++) {
            var connection = connection();
            assertThat(connection.countFor("u-ada", 3)).isTrue();
            assertThat(connection.countFor("u-ada", 3)).as("another namespace").isTrue();
            open.add(connection);
        }
        var oneMore = connection();
        assertThat(oneMore.countFor("u-ada", 3)).isFalse();
        assertThat(oneMore.countFor("u-eve", 3)).isTrue();

        open.getFirst().gone();
        open.getFirst().gone();

        assertThat(oneMore.countFor("u-ada", 3)).isTrue();
        assertThat(connection().countFor("u-ada", 3)).isFalse();
    }

    @Test
    void whoHasGoneTakesNoPlaceAnyMore() {
        var connection = connection();
        connection.gone();

        assertThat(connection.countFor("u-ada", 1)).isFalse();
        assertThat(connection.mayAsk(0)).isFalse();
        assertThat(connection().countFor("u-ada", 1)).isTrue();
    }

    @Test
    void whoGuessesIsNotListenedTo() {
        var connection = connection();
        int asked = 0;
        while (connection.mayAsk(0)) {
            asked++;
        }

        assertThat(asked).isBetween(8, 50);
        assertThat(connection.mayAsk(1_000)).isTrue();
    }

    @Test
    void theLimitHoldsWhenManyComeAtOnce() throws Exception {
        var taken = new AtomicInteger();
        var tasks = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 200; i++) {
            tasks.add(() -> {
                if (connection().countFor("u-ada", 64)) {
                    taken.incrementAndGet();
                }
                return null;
            });
        }
        try (var executor = Executors.newFixedThreadPool(16)) {
            for (Future<Void> done : executor.invokeAll(tasks)) {
                done.get();
            }
        }

        assertThat(taken).hasValue(64);
    }

    private Connection connection() {
        return new Connection(quota, List.of(), 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
