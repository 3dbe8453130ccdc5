package io.flotilla.auth.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.kit.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every keeper of one-time texts promises. */
abstract class OneTimeContract {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Secret secret = Secret.random();

    abstract OneTime kept();

    @Test
    void itIsGivenOutOnce() {
        kept().put("ticket", secret, "{\"text\":\"ä\"}", LONG);

        assertThat(kept().take("ticket", secret)).contains("{\"text\":\"ä\"}");
        assertThat(kept().take("ticket", secret)).isEmpty();
    }

    @Test
    void anotherSecretOrKindFindsNothing() {
        kept().put("ticket", secret, "mine", LONG);

        assertThat(kept().take("ticket", Secret.random())).isEmpty();
        assertThat(kept().take("oidc", secret)).isEmpty();
        assertThat(kept().take("ticket", secret)).contains("mine");
    }

    @Test
    void ofParallelTakersOneGetsIt() throws Exception {
        kept().put("ticket", secret, "one", LONG);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var takers = Stream.generate(() -> (Callable<Optional<String>>) () -> kept().take("ticket", secret))
                    .limit(30)
                    .toList();
            int got = 0;
            for (var taker : threads.invokeAll(takers)) {
                got += taker.get().isPresent() ? 1 : 0;
            }

            assertThat(got).isEqualTo(1);
        }
    }

    @Test
    void itIsForgottenAfterItsTime() {
        // Taking forgets, too: so there is one for each look.
        var secrets = Stream.generate(Secret::random).limit(300).toList();
        secrets.forEach(one -> kept().put("ticket", one, "brief", Duration.ofMillis(100)));
        var next = secrets.iterator();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> kept().take("ticket", next.next()).isEmpty());
    }
}
