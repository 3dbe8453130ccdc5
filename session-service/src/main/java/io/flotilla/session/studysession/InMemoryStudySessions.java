package io.flotilla.session.studysession;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The record for one process and one life of it: for tests. Work done alone is alone among all users, and is not undone. */
public final class InMemoryStudySessions implements StudySessions {
    private static final Comparator<StudySession> NEWEST_FIRST = Comparator.comparing(
                    (StudySession one) -> one.beginning().at())
            .thenComparing(StudySession::id)
            .reversed();

    private record Command(String userId, String id) {}

    private final InstantSource clock;

    /** Guarded by this. */
    private final Map<String, StudySession> byId = new LinkedHashMap<>();

    /** Guarded by this. */
    private final Map<Command, Answered> answers = new HashMap<>();

    public InMemoryStudySessions(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public synchronized <T> T alone(String userId, Supplier<T> work) {
        return work.get();
    }

    @Override
    public synchronized Optional<StudySession> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<StudySession> openOf(String userId) {
        return openOf(List.of(userId)).stream().findFirst();
    }

    @Override
    public List<StudySession> openOf(Collection<String> userIds) {
        return where(one -> !one.isOver() && userIds.contains(one.ownerId()));
    }

    @Override
    public List<StudySession> openShared() {
        return where(one -> !one.isOver() && one.beginning().vmSessionId() != null);
    }

    @Override
    public List<StudySession> all(Collection<String> ids) {
        return where(one -> ids.contains(one.id()));
    }

    @Override
    public synchronized void put(StudySession session) {
        boolean another = openOf(session.ownerId())
                .filter(open -> !open.id().equals(session.id()))
                .isPresent();
        if (another && !session.isOver()) {
            throw new IllegalStateException("another study session of that user is not over");
        }
        byId.put(session.id(), session);
    }

    @Override
    public synchronized void handOver(String visitor, String account) {
        byId.replaceAll((_, one) -> one.isOver() && one.ownerId().equals(visitor) ? one.of(account) : one);
    }

    @Override
    public synchronized Optional<Answered> answered(String userId, String commandId) {
        return Optional.ofNullable(answers.get(new Command(userId, commandId)));
    }

    @Override
    public synchronized void remember(String userId, String commandId, Answered answer) {
        if (answers.putIfAbsent(new Command(userId, commandId), answer) != null) {
            throw new IllegalStateException("that command was done before");
        }
    }

    @Override
    public synchronized long answeredSince(String userId, Instant since) {
        return answers.entrySet().stream()
                .filter(one -> one.getKey().userId().equals(userId))
                .filter(one -> !one.getValue().at().isBefore(since))
                .count();
    }

    @Override
    public List<String> running() {
        return where(StudySession::isRunning).stream().map(StudySession::id).toList();
    }

    @Override
    public List<StudySession> due(Instant now, int atMost) {
        return where(one -> one.endsAt().filter(end -> !end.isAfter(now)).isPresent()).stream()
                .sorted(Comparator.comparing(one -> one.endsAt().orElseThrow()))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<StudySession> pausedBefore(Instant limit, int atMost) {
        return where(one -> one.state() instanceof StudyState.Paused paused
                        && paused.since().isBefore(limit))
                .stream()
                .limit(atMost)
                .toList();
    }

    @Override
    public List<StudySession> page(Page page) {
        return where(one -> isIn(page, one)).stream().limit(page.atMost()).toList();
    }

    @Override
    public synchronized int forgetAnswersBefore(Instant limit) {
        int before = answers.size();
        answers.values().removeIf(answer -> answer.at().isBefore(limit));
        return before - answers.size();
    }

    private synchronized List<StudySession> where(Predicate<StudySession> wanted) {
        return byId.values().stream().filter(wanted).sorted(NEWEST_FIRST).toList();
    }

    private static boolean isIn(Page page, StudySession one) {
        var at = one.beginning().at();
        var before = page.before();
        return one.ownerId().equals(page.ownerId())
                && (page.subjectId() == null
                        || page.subjectId().equals(one.beginning().subjectId()))
                && (page.from() == null || !at.isBefore(page.from()))
                && (page.to() == null || at.isBefore(page.to()))
                && (before == null
                        || at.isBefore(before.startedAt())
                        || (at.equals(before.startedAt()) && one.id().compareTo(before.id()) < 0));
    }
}
