package io.flotilla.gateway.retry;

import java.util.HashMap;
import java.util.Map;

/** Within one process, for tests; forgets nothing. Thread-safe. */
public final class InMemoryCommands implements Commands {
    private final Map<String, Claim> claims = new HashMap<>();

    @Override
    public synchronized Claim claim(String key) {
        var before = claims.putIfAbsent(key, new Claim.Underway());
        return before == null ? new Claim.Mine() : before;
    }

    @Override
    public synchronized void done(String key, String answer) {
        claims.put(key, new Claim.Done(answer));
    }

    @Override
    public synchronized void undone(String key) {
        claims.remove(key);
    }
}
