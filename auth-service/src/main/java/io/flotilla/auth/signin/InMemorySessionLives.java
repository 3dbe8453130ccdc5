package io.flotilla.auth.signin;

import io.flotilla.auth.account.Account;
import io.flotilla.kit.secret.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The twin for tests: sessions in one process, which live an hour and have no limit. */
public final class InMemorySessionLives implements SessionLives {
    private static final Secret FORGET = Secret.of("__Host-flotilla=; Max-Age=0");

    private final Map<String, String> owners = new LinkedHashMap<>();
    private final InstantSource clock;
    private int opened;

    public InMemorySessionLives(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized OpenedSession open(Account account, SignInContext context) {
        opened++;
        var id = "session-" + opened;
        owners.put(id, account.id());
        var csrf = context.cookieless() ? null : Secret.random();
        return new OpenedSession(
                id,
                "group-" + account.id(),
                account.roles(),
                csrf == null ? null : csrf.sha256Base64Url(),
                csrf,
                csrf == null
                        ? null
                        : Secret.of("__Host-flotilla=" + Secret.random().reveal()),
                clock.instant().plus(Duration.ofHours(1)));
    }

    @Override
    public synchronized Secret end(String sessionId, EndReason reason) {
        owners.remove(sessionId);
        return FORGET;
    }

    @Override
    public synchronized List<String> endAll(String userId, @Nullable String except, EndReason reason) {
        var ended = owners.keySet().stream()
                .filter(id -> userId.equals(owners.get(id)) && !id.equals(except))
                .toList();
        ended.forEach(owners::remove);
        return ended;
    }

    /** The handles of those that live. */
    public synchronized Set<String> living() {
        return Set.copyOf(owners.keySet());
    }
}
