package io.flotilla.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every record of API keys promises. */
abstract class ApiKeysContract {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final String user = UUID.randomUUID().toString();
    private final Secret secret = Secret.random();

    abstract ApiKeys keys();

    private ApiKey key(@Nullable Instant end) {
        return new ApiKey(UUID.randomUUID().toString(), user, "acme", "The ✈ bot", NOW, end, null);
    }

    @Test
    void aKeyIsFoundByItsSecretAndListedForItsUser() {
        var key = key(null);

        assertThat(keys().add(key, secret, 20)).isTrue();

        assertThat(keys().find(secret, NOW)).contains(key);
        assertThat(keys().of(user)).containsExactly(key);
        assertThat(keys().find(Secret.random(), NOW)).isEmpty();
        assertThat(keys().of("somebody else")).isEmpty();
    }

    @Test
    void aKeyIsOverAtItsEnd() {
        var end = NOW.plus(Duration.ofDays(1));
        keys().add(key(end), secret, 20);

        assertThat(keys().find(secret, end.minusSeconds(1))).isPresent();
        assertThat(keys().find(secret, end)).isEmpty();
        assertThat(keys().of(user)).hasSize(1);
    }

    @Test
    void whatIsOverTakesNoPlace() {
        keys().add(key(NOW), secret, 1);

        assertThat(keys().add(key(null), Secret.random(), 1)).isTrue();
        assertThat(keys().add(key(null), Secret.random(), 1)).isFalse();
    }

    @Test
    void parallelAdditionsExceedNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var additions = Stream.generate(() -> (Callable<Boolean>) () -> keys().add(key(null), Secret.random(), 5))
                    .limit(25)
                    .toList();
            int added = 0;
            for (var addition : threads.invokeAll(additions)) {
                added += addition.get() ? 1 : 0;
            }

            assertThat(added).isEqualTo(5);
            assertThat(keys().of(user)).hasSize(5);
        }
    }

    @Test
    void onlyItsUserRemovesAKey() {
        var key = key(null);
        keys().add(key, secret, 20);

        assertThat(keys().remove("somebody else", key.id())).isFalse();
        assertThat(keys().find(secret, NOW)).isPresent();
        assertThat(keys().remove(user, key.id())).isTrue();
        assertThat(keys().remove(user, key.id())).isFalse();
        assertThat(keys().find(secret, NOW)).isEmpty();
    }

    @Test
    void aUseIsNotedToSomeMinutes() {
        var key = key(null);
        keys().add(key, secret, 20);

        keys().used(key.id(), NOW);
        keys().used(key.id(), NOW.plusSeconds(299));
        assertThat(keys().of(user)).extracting(ApiKey::lastUsedAt).containsExactly(NOW);

        keys().used(key.id(), NOW.plusSeconds(300));
        assertThat(keys().of(user)).extracting(ApiKey::lastUsedAt).containsExactly(NOW.plusSeconds(300));
    }
}
