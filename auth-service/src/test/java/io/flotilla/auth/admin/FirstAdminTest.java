package io.flotilla.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.account.InMemoryAccounts;
import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.password.PasswordHashes;
import io.flotilla.kit.id.SequentialIds;
import io.flotilla.kit.secret.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstAdminTest {
    private static final String PASSWORD = "nine grey admin whales";

    private final Accounts accounts = new InMemoryAccounts();

    private FirstAdmin first(Map<String, String> environment) {
        var values = new java.util.HashMap<>(environment);
        values.put("FLOTILLA_PASSWORD_MEMORY_KIB", "64");
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(AuthConfig.class)
                .withSources(new io.smallrye.config.EnvConfigSource(values, 300))
                .build()
                .getConfigMapping(AuthConfig.class);
        var hashes = new PasswordHashes(config, new SimpleMeterRegistry());
        return new FirstAdmin(accounts, hashes, new SequentialIds(), InstantSource.fixed(Instant.EPOCH), config);
    }

    @Test
    void withoutAPasswordThereIsNone() {
        assertThat(first(Map.of()).ensure()).isEqualTo(new FirstAdmin.Outcome.NotNeeded());
        assertThat(accounts.hasAdmin()).isFalse();
    }

    @Test
    void theSettingsMakeTheFirstAndNoSecond() {
        var settings = Map.of("FLOTILLA_ADMIN_USERNAME", "root", "FLOTILLA_ADMIN_PASSWORD", PASSWORD);

        assertThat(first(settings).ensure()).isInstanceOf(FirstAdmin.Outcome.Made.class);
        assertThat(first(settings).ensure()).isEqualTo(new FirstAdmin.Outcome.NotNeeded());

        assertThat(accounts.named("root").orElseThrow().account().isAdmin()).isTrue();
    }

    @Test
    void aChangedPasswordStaysChanged() {
        first(Map.of("FLOTILLA_ADMIN_PASSWORD", PASSWORD)).ensure();
        var account = accounts.named("admin").orElseThrow().account();
        accounts.changePassword(account.id(), 0, Secret.of("changed"), Instant.EPOCH);

        first(Map.of("FLOTILLA_ADMIN_PASSWORD", PASSWORD)).ensure();
        first(Map.of("FLOTILLA_ADMIN_USERNAME", "other", "FLOTILLA_ADMIN_PASSWORD", PASSWORD))
                .ensure();

        assertThat(accounts.named("admin").orElseThrow().passwordHash()).isEqualTo(Secret.of("changed"));
        assertThat(accounts.named("other")).isEmpty();
    }

    @Test
    void somebodyElsesAccountIsNotPromoted() {
        accounts.add(Account.fresh("id", "admin", null, Set.of(Account.USER), Instant.EPOCH), null);

        assertThat(first(Map.of("FLOTILLA_ADMIN_PASSWORD", PASSWORD)).ensure())
                .isEqualTo(new FirstAdmin.Outcome.NameTaken());
        assertThat(accounts.hasAdmin()).isFalse();
    }

    @Test
    void settingsThatBreakARuleMakeNone() {
        assertThat(first(Map.of("FLOTILLA_ADMIN_PASSWORD", "short")).ensure())
                .isInstanceOf(FirstAdmin.Outcome.Invalid.class);
        assertThat(first(Map.of("FLOTILLA_ADMIN_USERNAME", "a b", "FLOTILLA_ADMIN_PASSWORD", PASSWORD))
                        .ensure())
                .isInstanceOf(FirstAdmin.Outcome.Invalid.class);
        assertThat(accounts.hasAdmin()).isFalse();
    }
}
