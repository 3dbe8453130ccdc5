package io.flotilla.session.sessionrecord;

import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.UserSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The record for one process: for tests, which can count its writes. Work done alone is alone among all users, and is not undone. */
public final class InMemoryUserSessions implements UserSessions {
    /** Guarded by this. */
    private final Map<String, UserSession> byHandle = new LinkedHashMap<>();

    /** Guarded by this. */
    private final Map<String, String> handleBySecret = new LinkedHashMap<>();

    /** Guarded by this. */
    private final Map<String, Set<String>> suspicions = new HashMap<>();

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
    public synchronized List<UserSession> unendedOf(String userId) {
        return unended(one -> one.userId().equals(userId))
                .sorted(Comparator.comparing(UserSession::createdAt).reversed())
                .toList();
    }

    @Override
    public synchronized int openedSince(String userId, Instant since) {
        return (int) byHandle.values().stream()
                .filter(one -> one.userId().equals(userId)
                        && !one.opening().cookieless()
                        && !one.createdAt().isBefore(since))
                .count();
    }

    @Override
    public synchronized <T> T alone(String userId, Supplier<T> work) {
        return work.get();
    }

    @Override
    public synchronized void touch(String handle, Instant at) {
        touches.incrementAndGet();
        change(handle, one -> one.lastActivity().isBefore(at) ? one.active(at) : one);
    }

    @Override
    public synchronized void learn(String handle, Browser browser) {
        change(handle, one -> one.seen(browser));
    }

    @Override
    public synchronized boolean end(String handle, UserSession.Ending ending) {
        return change(handle, one -> one.over(ending));
    }

    @Override
    public synchronized List<UserSession> expired(Limits limits, int atMost) {
        return unended(limits::passedBy).limit(atMost).toList();
    }

    @Override
    public synchronized boolean expire(String handle, Limits limits, UserSession.Ending ending) {
        return findByHandle(handle).filter(limits::passedBy).isPresent() && end(handle, ending);
    }

    @Override
    public synchronized boolean suspect(String handle, Set<String> why) {
        return byHandle.containsKey(handle) && suspicions.putIfAbsent(handle, Set.copyOf(why)) == null;
    }

    @Override
    public synchronized Set<String> suspicionsOf(String handle) {
        return suspicions.getOrDefault(handle, Set.of());
    }

    @Override
    public synchronized int forgetEndedBefore(Instant limit, int atMost) {
        var old = byHandle.values().stream()
                .filter(one -> one.ending() != null && one.ending().at().isBefore(limit))
                .limit(atMost)
                .map(UserSession::handle)
                .toList();
        byHandle.keySet().removeAll(old);
        handleBySecret.values().removeAll(old);
        return old.size();
    }

    @Override
    public synchronized long countRunning(Limits limits) {
        return unended(one -> !limits.passedBy(one)).count();
    }

    private Stream<UserSession> unended(Predicate<UserSession> wanted) {
        return byHandle.values().stream().filter(one -> one.ending() == null).filter(wanted);
    }

    private boolean change(String handle, UnaryOperator<UserSession> step) {
        var present = byHandle.get(handle);
        if (present == null || present.ending() != null) {
            return false;
        }
        byHandle.put(handle, step.apply(present));
        return true;
    }
}
