package io.flotilla.gateway.recovery;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Within one process, for tests; time does not pass. */
public final class InMemoryRecoveries implements Recoveries {
    private final Map<String, Remembered> sockets = new ConcurrentHashMap<>();

    @Override
    public void keep(String privateId, Remembered socket) {
        sockets.put(privateId, socket);
    }

    @Override
    public void cut(String privateId) {}

    @Override
    public void forget(String privateId) {
        sockets.remove(privateId);
    }

    @Override
    public Optional<Remembered> take(String privateId) {
        return Optional.ofNullable(sockets.remove(privateId));
    }
}
