package io.flotilla.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.account.Accounts.Addition;
import io.flotilla.auth.account.Accounts.Change;
import io.flotilla.auth.account.Accounts.Ending;
import io.flotilla.auth.account.Accounts.Why;
import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every record of accounts promises; others may be in it. */
abstract class AccountsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Secret HASH = Secret.of("$argon2id$one");

    private final String name = "ada-" + UUID.randomUUID().toString().substring(0, 8);

    abstract Accounts accounts();

    private static Account account(String id, String name, @Nullable String email) {
        return Account.fresh(id, name, email, Set.of(Account.USER), NOW);
    }

    private Account added() {
        var account = account(UUID.randomUUID().toString(), name, name + "@example.org");
        assertThat(accounts().add(account, HASH)).isEqualTo(new Addition.Added(account));
        return account;
    }

    @Test
    void anAccountIsFoundAsItWasAdded() {
        var account = added();

        assertThat(accounts().find(account.id())).contains(account);
        assertThat(accounts().entry(account.id())).contains(new Accounts.Entry(account, HASH));
        assertThat(accounts().find("unknown")).isEmpty();
    }

    @Test
    void itIsFoundByEitherNameInAnySpelling() {
        var account = added();

        assertThat(accounts().named(name.toUpperCase(Locale.ROOT)).map(Accounts.Entry::account))
                .contains(account);
        assertThat(accounts().named(name + "@EXAMPLE.org").map(Accounts.Entry::account))
                .contains(account);
        assertThat(accounts().named(name + "x")).isEmpty();
        assertThat(accounts().named("a\0b")).isEmpty();
    }

    @Test
    void idNameAndAddressAreGivenOnce() {
        var first = added();

        assertThat(accounts().add(account(first.id(), "other" + name, null), null))
                .isEqualTo(new Addition.Taken());
        assertThat(accounts().add(account("id1" + name, name.toUpperCase(Locale.ROOT), null), null))
                .isEqualTo(new Addition.Taken());
        assertThat(accounts().add(account("id2" + name, "other" + name, name + "@Example.Org"), null))
                .isEqualTo(new Addition.Taken());
        assertThat(accounts().find("id1" + name)).isEmpty();
        assertThat(accounts().find(first.id())).contains(first);
    }

    @Test
    void manyMayHaveNoAddressAndNoPassword() {
        for (var each : Set.of("a", "b")) {
            assertThat(accounts().add(account("id" + each + name, each + name, null), null))
                    .isInstanceOf(Addition.Added.class);
        }

        var found = accounts().entry("ida" + name).orElseThrow();
        assertThat(found.passwordHash()).isNull();
        assertThat(found.account().email()).isNull();
    }

    @Test
    void ofParallelAdditionsOneWins() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Addition>>();
            for (int i = 0; i < 20; i++) {
                var each = account("id" + i + name, name, null);
                tries.add(() -> accounts().add(each, HASH));
            }
            int won = 0;
            for (var answer : threads.invokeAll(tries)) {
                won += answer.get() instanceof Addition.Added ? 1 : 0;
            }

            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void aNewPasswordBeginsANewGenerationAndNotesTheEnding() {
        var account = added();
        var next = Secret.of("$argon2id$two");

        var changed = accounts().changePassword(account.id(), account.generation(), next, NOW);

        assertThat(changed)
                .hasValueSatisfying(now -> assertThat(now.generation()).isEqualTo(1));
        assertThat(accounts().entry(account.id()).orElseThrow().passwordHash()).isEqualTo(next);
        assertThat(accounts().changePassword(account.id(), 0, HASH, NOW)).isEmpty();
        assertThat(accounts().endings(NOW.plusSeconds(1), 1000))
                .contains(new Ending(account.id(), 1, Why.PASSWORD_CHANGED));
        assertThat(accounts().endings(NOW, 1000))
                .noneMatch(ending -> ending.accountId().equals(account.id()));
    }

    @Test
    void anEndingIsStruckOutUnlessALaterOneCame() {
        var account = added();
        accounts().changePassword(account.id(), 0, HASH, NOW);
        accounts().change(account.id(), Account.Status.DISABLED, null, NOW);
        var later = new Ending(account.id(), 2, Why.DISABLED);

        accounts().ended(new Ending(account.id(), 1, Why.PASSWORD_CHANGED));

        assertThat(accounts().endings(NOW.plusSeconds(1), 1000)).contains(later);
        accounts().ended(later);
        assertThat(accounts().endings(NOW.plusSeconds(1), 1000)).doesNotContain(later);
    }

    @Test
    void aHashIsRenewedOnlyWhereThePasswordIsTheSame() {
        var account = added();
        var renewed = Secret.of("$argon2id$renewed");

        accounts().rehash(account.id(), Secret.of("$argon2id$older"), Secret.of("$argon2id$wrong"));
        assertThat(accounts().entry(account.id()).orElseThrow().passwordHash()).isEqualTo(HASH);

        accounts().rehash(account.id(), HASH, renewed);
        assertThat(accounts().entry(account.id()).orElseThrow()).isEqualTo(new Accounts.Entry(account, renewed));
    }

    @Test
    void disablingAndRolesEndSessionsAndEnablingDoesNot() {
        var id = added().id();

        var disabled = (Change.Changed) accounts().change(id, Account.Status.DISABLED, null, NOW);
        var enabled = (Change.Changed) accounts().change(id, Account.Status.ACTIVE, null, NOW);
        var promoted = (Change.Changed) accounts().change(id, null, Set.of(Account.USER, Account.ADMIN), NOW);
        var same = (Change.Changed)
                accounts().change(id, Account.Status.ACTIVE, promoted.after().roles(), NOW);

        assertThat(disabled.after().isActive()).isFalse();
        assertThat(disabled.after().generation()).isEqualTo(1);
        assertThat(enabled.after().isActive()).isTrue();
        assertThat(enabled.after().generation()).isEqualTo(1);
        assertThat(promoted.after().isAdmin()).isTrue();
        assertThat(promoted.after().generation()).isEqualTo(2);
        assertThat(same.after()).isEqualTo(same.before());
        assertThat(accounts().find(id)).contains(same.after());
        assertThat(accounts().hasAdmin()).isTrue();
        assertThat(accounts().change("unknown", Account.Status.DISABLED, null, NOW))
                .isEqualTo(new Change.Unknown());
    }

    @Test
    void peopleAreListedByPartOfANameInPages() {
        var first = account("1" + name, name + ".one", null);
        var second = account("2" + name, name + ".two", name + "@example.org");
        accounts().add(second, null);
        accounts().add(first, null);

        assertThat(accounts().list(name.toUpperCase(Locale.ROOT), "", 10)).containsExactly(first, second);
        assertThat(accounts().list(name, "", 1)).containsExactly(first);
        assertThat(accounts().list(name, first.id(), 10)).containsExactly(second);
        assertThat(accounts().list(name + "@example", "", 10)).containsExactly(second);
        assertThat(accounts().list(name + "%", "", 10)).isEmpty();
    }
}
