package io.flotilla.session.usersession;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The record for one process: for tests, which can count its writes. */
public final class InMemoryUserSessions implements UserSessions {
    /** Guarded by this. */
    private final Map<String, UserSession> byHandle = new LinkedHashMap<>();

    /** Guarded by this. */
    private final Map<String, String> handleBySecret = new LinkedHashMap<>();

    private final AtomicInteger touches = new AtomicInteger();

    /** How often activity was written down. */
    public int touches() {
        return touches.get();
    }

    @Override
    public synchronized void insert(UserSession session, String secretHash) {
        if (byHandle.putIfAbsent(session.handle(), session) != null
                || handleBySecret.putIfAbsent(secretHash, session.handle()) != null) {
            throw new IllegalStateException("user session " + session.handle() + " exists");
        }
    }

    @Override
    public synchronized Optional<UserSession> findBySecret(String secretHash) {
        return Optional.ofNullable(handleBySecret.get(secretHash)).flatMap(this::findByHandle);
    }

    @Override
    public synchronized Optional<UserSession> findByHandle(String handle) {
        return Optional.ofNullable(byHandle.get(handle));
    }

    @Override
    public synchronized void touch(String handle, Instant at) {
        touches.incrementAndGet();
        byHandle.computeIfPresent(
                handle,
                (_, one) -> one.lastActivity().isBefore(at)
                        ? new UserSession(handle, one.userId(), one.group(), one.roles(), one.createdAt(), at)
                        : one);
    }

    @Override
    public synchronized void remove(String handle) {
        byHandle.remove(handle);
        handleBySecret.values().remove(handle);
    }

    @Override
    public synchronized int sweep(Instant idleSince, Instant begunBefore, int atMost) {
        var over = byHandle.values().stream()
                .filter(one -> one.lastActivity().isBefore(idleSince)
                        || one.createdAt().isBefore(begunBefore))
                .limit(atMost)
                .map(UserSession::handle)
                .toList();
        over.forEach(this::remove);
        return over.size();
    }
}
