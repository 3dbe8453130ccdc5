package io.flotilla.gateway.studydesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * One study session as this node knows it: what was last said of it, and what has run since. Tells each second once, in order, whatever
 * is heard in between; seconds before it was known are not told. Not thread-safe.
 */
final class StudyTimer {
    /** A node that stood still for longer leaves seconds out rather than flood its clients. */
    private static final long MOST_AT_ONCE = 10;

    private StudyChange known;
    private Course course;
    private Drift drift = new Drift();
    private long told;

    StudyTimer(StudyChange change, long now) {
        known = change;
        course = Course.of(change.session());
        drift.measured(change.elapsedMs(), now);
        told = second(now);
    }

    /** True when it is news. The same said again may only tell the time better, and who hears of it. */
    boolean hear(StudyChange change, long now) {
        if (change.revision() < known.revision()) {
            return false;
        }
        boolean isNews = change.revision() > known.revision();
        known = change;
        if (isNews) {
            course = Course.of(change.session());
            drift = new Drift();
        }
        drift.measured(change.elapsedMs(), now);
        if (isNews) {
            told = second(now);
        }
        return isNews;
    }

    StudyChange known() {
        return known;
    }

    Set<String> audience() {
        return known.audience();
    }

    /** Seconds that have passed and were not told; each is given once. */
    List<Long> due(long now) {
        long last = second(now);
        if (!known.isRunning() || last <= told) {
            return List.of();
        }
        var seconds = LongStream.rangeClosed(Math.max(told + 1, last - MOST_AT_ONCE + 1), last)
                .filter(course::has)
                .boxed()
                .toList();
        told = last;
        return seconds;
    }

    /** Milliseconds until the next second is due. */
    long untilNext(long now) {
        return Math.max(1, (told + 1) * 1_000 - drift.elapsed(now));
    }

    Course course() {
        return course;
    }

    /** As a client sees it now; its notes are its owner's. */
    ObjectNode view(boolean owner, long now) {
        var session = known.session().deepCopy();
        if (!owner) {
            session.remove("notes");
        }
        if (known.isRunning()) {
            var second = Math.max(0, second(now));
            var place = course.at(second);
            session.put("duration", second).put("studied", place.studied());
            place.write(session);
        }
        return session;
    }

    ObjectNode update(long second) {
        var update = Json.object()
                .put("sessionId", known.id())
                .put("duration", second)
                .put("status", "active");
        course.at(second).write(update);
        return update;
    }

    private long second(long now) {
        return known.isRunning() ? Math.floorDiv(drift.elapsed(now), 1_000L) : known.elapsedMs() / 1_000;
    }
}
