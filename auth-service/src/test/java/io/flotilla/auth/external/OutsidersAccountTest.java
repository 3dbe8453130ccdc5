package io.flotilla.auth.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.InMemoryAccounts;
import io.flotilla.auth.exchange.Outsider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsidersAccountTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Accounts accounts = new InMemoryAccounts();
    private final OutsidersAccount outsiders =
            new OutsidersAccount(new InMemoryExternalIdentities(), accounts, InstantSource.fixed(NOW));

    private static Outsider who(String subject, @Nullable String name, @Nullable String email) {
        return new Outsider("https://id.example", subject, name, email);
    }

    private void taken(String name, @Nullable String email) {
        accounts.add(Account.fresh("u-" + name, name, email, Set.of("user"), NOW), null);
    }

    @Test
    void theFirstTimeMakesAnAccountAndTheNextFindsIt() {
        var made = outsiders.of(who("1", "Grace", "grace@example.org"));

        assertThat(made.username()).isEqualTo("Grace");
        assertThat(made.email()).isEqualTo("grace@example.org");
        assertThat(made.roles()).containsExactly("user");
        assertThat(outsiders.of(who("1", "Somebody", null))).isEqualTo(made);
        assertThat(outsiders.of(who("2", "Other", null)).id()).isNotEqualTo(made.id());
    }

    @Test
    void anAddressThatSomebodyHasIsLeftOut() {
        taken("victim", "grace@example.org");

        var made = outsiders.of(who("1", "Grace", "GRACE@example.org"));

        assertThat(made.id()).isNotEqualTo("u-victim");
        assertThat(made.email()).isNull();
    }

    @Test
    void aNameThatSomebodyHasGetsAnEnding() {
        taken("Grace", null);

        assertThat(outsiders.of(who("1", "grace", null)).username()).matches("grace-[0-9a-f]{8}");
    }

    @ParameterizedTest
    @CsvSource({
        "Grace Hopper,Grace.Hopper",
        "grace@example.org,grace",
        "Zoë,Zoë",
        "a<b>c\"d,abcd",
        "'  x  y  z ',x.y.z",
        "-._grace,grace"
    })
    void aNameIsMadeToFit(String told, String username) {
        assertThat(outsiders.of(who("1", told, null)).username()).isEqualTo(username);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ab", "☃☃☃☃"})
    void whoHasNoUsableNameGetsOne(@Nullable String told) {
        assertThat(outsiders.of(who("1", told, null)).username()).matches("user-[0-9a-f]{6}");
    }

    @Test
    void aLongNameIsCut() {
        taken("x".repeat(32), null);

        assertThat(outsiders.of(who("1", "x".repeat(99), null)).username())
                .matches("x{23}-[0-9a-f]{8}")
                .hasSize(32);
    }

    @Test
    void parallelFirstTimesMakeOneAccount() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = Stream.generate(
                            () -> (Callable<Account>) () -> outsiders.of(who("1", "Grace", "g@example.org")))
                    .limit(20)
                    .toList();
            var made = new HashSet<String>();
            for (var one : threads.invokeAll(first)) {
                made.add(one.get().id());
            }

            assertThat(made).hasSize(1);
            assertThat(accounts.list("", "", 10)).hasSize(1);
        }
    }
}
