package io.flotilla.session.studyhistory;

import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.problem.ProblemException;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudySessions.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a query's parameters say, or a 400 that names the one that is wrong. */
final class StudyQuery {
    private static final int LONGEST = 128;
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,15})_([A-Za-z0-9-]{1,64})");

    private StudyQuery() {}

    static String placeOf(StudySession session) {
        return session.beginning().at().toEpochMilli() + "_" + session.id();
    }

    static @Nullable Place place(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var match = PLACE.matcher(text);
        if (!match.matches()) {
            throw wrong("before", "before must be the next of an answer");
        }
        return new Place(Instant.ofEpochMilli(Long.parseLong(match.group(1))), match.group(2));
    }

    static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return USUAL;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw wrong("limit", "limit must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    static @Nullable String subject(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw wrong("subjectId", "subjectId must be at most " + LONGEST + " characters");
        }
        return text;
    }

    /** A time, or the beginning of a day. */
    static @Nullable Instant time(String field, @Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var at = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : Instant.parse(text);
            if (at.isBefore(Instant.EPOCH) || at.atZone(zone).getYear() > 9999) {
                throw new DateTimeException("out of bounds");
            }
            return at;
        } catch (DateTimeException e) {
            throw wrong(field, field + " must be a day (2026-11-21) or a time (2026-11-21T10:00:00Z)");
        }
    }

    static ZoneId zone(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? ZoneId.of("UTC") : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw wrong("zone", "zone must be a time zone, such as Europe/Berlin");
        }
    }

    static Totals.By by(@Nullable String text) {
        return switch (text == null ? "" : text) {
            case "", "subject" -> Totals.By.SUBJECT;
            case "day" -> Totals.By.DAY;
            case "week" -> Totals.By.WEEK;
            default -> throw wrong("by", "by must be one of: subject, day, week");
        };
    }

    static String wire(Totals.By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    private static ProblemException wrong(String field, String words) {
        return Problem.of(400, words)
                .with("success", false)
                .with("field", field)
                .asException();
    }
}
