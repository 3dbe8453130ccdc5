package io.flotilla.auth.account;

import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The twin for tests: one process. */
public final class InMemoryAccounts implements Accounts {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<Ending, Instant> endings = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Account> find(String id) {
        return entry(id).map(Entry::account);
    }

    @Override
    public synchronized Optional<Entry> named(String name) {
        var key = Names.key(name);
        return entries.values().stream()
                .filter(entry -> keys(entry.account()).anyMatch(key::equals))
                .findFirst();
    }

    @Override
    public synchronized Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public synchronized Addition add(Account account, @Nullable Secret passwordHash) {
        if (entries.containsKey(account.id())
                || keys(account).anyMatch(key -> named(key).isPresent())) {
            return new Addition.Taken();
        }
        entries.put(account.id(), new Entry(account, passwordHash));
        return new Addition.Added(account);
    }

    @Override
    public synchronized Optional<Account> changePassword(String id, int generation, Secret passwordHash, Instant now) {
        var changed =
                find(id).filter(account -> account.generation() == generation).map(Account::withNextGeneration);
        changed.ifPresent(account -> {
            entries.put(id, new Entry(account, passwordHash));
            note(account, Why.PASSWORD_CHANGED, now);
        });
        return changed;
    }

    @Override
    public synchronized void rehash(String id, Secret oldHash, Secret newHash) {
        var entry = entries.get(id);
        var hash = entry == null ? null : entry.passwordHash();
        if (entry != null && hash != null && hash.equals(oldHash)) {
            entries.put(id, new Entry(entry.account(), newHash));
        }
    }

    @Override
    public synchronized Change change(
            String id, Account.@Nullable Status status, @Nullable Set<String> roles, Instant now) {
        var entry = entries.get(id);
        if (entry == null) {
            return new Change.Unknown();
        }
        var before = entry.account();
        var after = before.with(status == null ? before.status() : status, roles == null ? before.roles() : roles);
        boolean othersRule = entries.values().stream()
                .map(Entry::account)
                .anyMatch(other -> !other.id().equals(id) && other.rules());
        if (before.rules() && !after.rules() && !othersRule) {
            return new Change.LastAdmin();
        }
        entries.put(id, new Entry(after, entry.passwordHash()));
        if (after.generation() != before.generation()) {
            note(after, after.endedBy(before), now);
        }
        return new Change.Changed(before, after);
    }

    @Override
    public synchronized List<Ending> endings(Instant before, int limit) {
        return endings.entrySet().stream()
                .filter(noted -> noted.getValue().isBefore(before))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized void ended(Ending ending) {
        endings.remove(ending);
    }

    @Override
    public synchronized List<Account> list(String containing, String afterId, int limit) {
        var part = Names.key(containing);
        return entries.values().stream()
                .map(Entry::account)
                .filter(account -> account.id().compareTo(afterId) > 0)
                .filter(account -> keys(account).anyMatch(key -> key.contains(part)))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean hasAdmin() {
        return entries.values().stream().anyMatch(entry -> entry.account().isAdmin());
    }

    /** The later one stands for those before. */
    private void note(Account account, Why why, Instant now) {
        endings.keySet().removeIf(ending -> ending.accountId().equals(account.id()));
        endings.put(new Ending(account.id(), account.generation(), why), now);
    }

    private static Stream<String> keys(Account account) {
        var email = account.email();
        return email == null
                ? Stream.of(Names.key(account.username()))
                : Stream.of(Names.key(account.username()), Names.key(email));
    }
}
