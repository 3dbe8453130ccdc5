package io.flotilla.session.studyhistory;

import io.flotilla.session.studysession.StudySession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What study sessions add up to. A session counts where it started. Pure. */
final class Totals {
    /** By what. */
    enum By {
        SUBJECT,
        DAY,
        WEEK
    }

    /** Of one key, or of all. */
    record Total(String key, int sessions, Duration duration, Duration studied) {
        private static final Total NONE = new Total("", 0, Duration.ZERO, Duration.ZERO);

        private Total plus(Total other) {
            return new Total(
                    other.key, sessions + other.sessions, duration.plus(other.duration), studied.plus(other.studied));
        }
    }

    private Totals() {}

    /** Days and weeks newest first, subjects longest studied first. */
    static List<Total> of(List<StudySession> sessions, By by, ZoneId zone, Instant now) {
        Map<String, Total> byKey = new HashMap<>();
        sessions.forEach(one -> byKey.merge(key(one, by, zone), total(key(one, by, zone), one, now), Total::plus));
        var order = by == By.SUBJECT
                ? Comparator.comparing(Total::studied).reversed().thenComparing(Total::key)
                : Comparator.comparing(Total::key).reversed();
        return byKey.values().stream().sorted(order).toList();
    }

    static Total all(List<StudySession> sessions, Instant now) {
        return sessions.stream().map(one -> total("", one, now)).reduce(Total.NONE, Total::plus);
    }

    private static Total total(String key, StudySession session, Instant now) {
        return new Total(key, 1, session.elapsed(now), session.studied(now));
    }

    private static String key(StudySession session, By by, ZoneId zone) {
        var day = session.beginning().at().atZone(zone).toLocalDate();
        return switch (by) {
            case SUBJECT -> session.beginning().subjectId();
            case DAY -> day.toString();
            case WEEK ->
                "%04d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        };
    }
}
