package io.flotilla.session.studysession;

import java.time.Duration;
import java.time.Instant;

/**
 * The life of a study session. Each state offers only the steps that are legal from it:
 *
 * <pre>
 *   {@link Running} ──paused──▶ {@link Paused} ──ended──▶ {@link Ended}
 *      │  ▲─────resumed──────────┘                 ▲
 *      └───────────────────ended───────────────────┘
 * </pre>
 */
public sealed interface StudyState {
    /** How long it has run by then, pauses not counted. */
    Duration elapsed(Instant now);

    /** When this state began. */
    Instant since();

    /**
     * It runs.
     *
     * @param before what had run before this stretch
     */
    record Running(Duration before, Instant since) implements StudyState {
        /** Time never runs back, also when the clock does. */
        @Override
        public Duration elapsed(Instant now) {
            return now.isAfter(since) ? before.plus(Duration.between(since, now)) : before;
        }

        /** When it will have run that long; now, if it has. */
        public Instant reaches(Duration length) {
            return length.compareTo(before) > 0 ? since.plus(length.minus(before)) : since;
        }

        public Paused paused(Instant now, PauseReason why) {
            return new Paused(elapsed(now), now, why);
        }

        public Ended ended(Instant now, StudyEnd why) {
            return new Ended(elapsed(now), now, why);
        }
    }

    /** It stands still. */
    record Paused(Duration ran, Instant since, PauseReason why) implements StudyState {
        @Override
        public Duration elapsed(Instant now) {
            return ran;
        }

        public Running resumed(Instant now) {
            return new Running(ran, now);
        }

        public Ended ended(Instant now, StudyEnd why) {
            return new Ended(ran, now, why);
        }
    }

    /** It is over. */
    record Ended(Duration ran, Instant since, StudyEnd why) implements StudyState {
        @Override
        public Duration elapsed(Instant now) {
            return ran;
        }
    }
}
