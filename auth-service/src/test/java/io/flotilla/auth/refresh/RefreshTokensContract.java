package io.flotilla.auth.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every record of refresh tokens promises. */
abstract class RefreshTokensContract {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Instant SOON = NOW.plus(Duration.ofDays(30));

    private final String user = UUID.randomUUID().toString();
    private final Family family = new Family(UUID.randomUUID().toString(), user, NOW.plus(Duration.ofDays(90)));
    private final Secret first = Secret.random();

    abstract RefreshTokens tokens();

    private void begun() {
        tokens().begin(family, first, SOON);
    }

    @Test
    void aTokenIsGoodOnceAndUsedAfterwards() {
        begun();
        var second = Secret.random();

        assertThat(tokens().look(first, NOW)).isEqualTo(new Worth.Good(family));
        assertThat(tokens().rotate(first, NOW, second, SOON)).isEqualTo(new Worth.Good(family));
        assertThat(tokens().look(first, NOW)).isEqualTo(new Worth.Used(family));
        assertThat(tokens().rotate(first, NOW, Secret.random(), SOON)).isEqualTo(new Worth.Used(family));
        assertThat(tokens().look(second, NOW)).isEqualTo(new Worth.Good(family));
    }

    @Test
    void whatNobodyStoredIsWorthless() {
        assertThat(tokens().look(Secret.random(), NOW)).isEqualTo(new Worth.Worthless());
        assertThat(tokens().rotate(Secret.random(), NOW, Secret.random(), SOON)).isEqualTo(new Worth.Worthless());
    }

    @Test
    void theLoserOfARaceStoresNothing() {
        begun();
        var theirs = Secret.random();
        tokens().rotate(first, NOW, Secret.random(), SOON);

        tokens().rotate(first, NOW, theirs, SOON);

        assertThat(tokens().look(theirs, NOW)).isEqualTo(new Worth.Worthless());
    }

    @Test
    void ofParallelUsesExactlyOneIsGood() throws Exception {
        begun();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var uses = Stream.generate(() -> (Callable<Worth>) () -> tokens().rotate(first, NOW, Secret.random(), SOON))
                    .limit(20)
                    .toList();
            int good = 0;
            int used = 0;
            for (var use : threads.invokeAll(uses)) {
                good += use.get() instanceof Worth.Good ? 1 : 0;
                used += use.get() instanceof Worth.Used ? 1 : 0;
            }

            assertThat(good).isEqualTo(1);
            assertThat(used).isEqualTo(19);
        }
    }

    @Test
    void aTokenEndsByItself() {
        begun();

        assertThat(tokens().look(first, SOON.minusSeconds(1))).isInstanceOf(Worth.Good.class);
        assertThat(tokens().look(first, SOON)).isEqualTo(new Worth.Worthless());
        assertThat(tokens().rotate(first, SOON, Secret.random(), SOON.plusSeconds(9)))
                .isEqualTo(new Worth.Worthless());
    }

    @Test
    void aTokenEndsWithItsFamily() {
        tokens().begin(family, first, family.endsAt().plusSeconds(60));

        assertThat(tokens().look(first, family.endsAt())).isEqualTo(new Worth.Worthless());
        assertThat(tokens().rotate(first, family.endsAt(), Secret.random(), SOON))
                .isEqualTo(new Worth.Worthless());
    }

    @Test
    void aKilledFamilyStaysDeadAndSaysSoOnce() {
        begun();
        var second = Secret.random();
        tokens().rotate(first, NOW, second, SOON);

        assertThat(tokens().kill(family.sessionId(), NOW)).isTrue();
        assertThat(tokens().kill(family.sessionId(), NOW)).isFalse();
        assertThat(tokens().look(second, NOW)).isEqualTo(new Worth.Worthless());
        assertThat(tokens().rotate(second, NOW, Secret.random(), SOON)).isEqualTo(new Worth.Worthless());
        assertThat(tokens().look(first, NOW)).isEqualTo(new Worth.Used(family));
        assertThat(tokens().kill("nobody's", NOW)).isFalse();
    }

    @Test
    void allFamiliesOfAUserDieAndNobodyElses() {
        begun();
        var other = new Family(UUID.randomUUID().toString(), "somebody else", family.endsAt());
        var theirs = Secret.random();
        tokens().begin(other, theirs, SOON);

        tokens().killAllOf(user, NOW);

        assertThat(tokens().look(first, NOW)).isEqualTo(new Worth.Worthless());
        assertThat(tokens().look(theirs, NOW)).isEqualTo(new Worth.Good(other));
    }

    @Test
    void pruningForgetsOnlyWhatCanNeverBeGoodAgain() {
        begun();
        var second = Secret.random();
        tokens().rotate(first, NOW, second, SOON.plusSeconds(60));

        while (tokens().prune(SOON) > 0) {
            assertThat(tokens().look(second, SOON)).isEqualTo(new Worth.Good(family));
        }

        assertThat(tokens().look(first, SOON)).isEqualTo(new Worth.Worthless());
        assertThat(tokens().look(second, SOON)).isEqualTo(new Worth.Good(family));
        while (tokens().prune(SOON.plusSeconds(60)) > 0) {}
        assertThat(tokens().kill(family.sessionId(), NOW)).isFalse();
    }
}
