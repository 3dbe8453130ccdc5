package io.flotilla.session.studysession;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody meant to do. All answers are functions of the time that has run. */
public sealed interface Plan {
    /** Nobody studies longer without a pause; a session that runs as long was forgotten. */
    Duration LONGEST = Duration.ofHours(24);

    /** Where one is after so long; empty where there are no phases. */
    Optional<Phase> phase(Duration elapsed);

    /** How much of it was study. */
    Duration studied(Duration elapsed);

    /** When it ends by itself. */
    Optional<Duration> length();

    /** How much is left until something happens: of the phase, or of it all. */
    default Optional<Duration> left(Duration elapsed) {
        return phase(elapsed).map(Phase::left).or(() -> length().map(
                        all -> elapsed.compareTo(all) < 0 ? all.minus(elapsed) : Duration.ZERO));
    }

    /** Time that runs, to an end or without one. */
    record Free(@Nullable Duration planned) implements Plan {
        @Override
        public Optional<Phase> phase(Duration elapsed) {
            return Optional.empty();
        }

        @Override
        public Duration studied(Duration elapsed) {
            return elapsed;
        }

        @Override
        public Optional<Duration> length() {
            return Optional.ofNullable(planned);
        }
    }

    /** Focus and rest in turns, a longer rest after every fourth focus, until somebody ends it. */
    record Pomodoro(Duration focus, Duration rest, Duration longRest) implements Plan {
        private static final int FOCUSES = 4;

        @Override
        public Optional<Phase> phase(Duration elapsed) {
            var intoCycle = elapsed.minus(cycle().multipliedBy(cycles(elapsed)));
            long turns = Math.min(FOCUSES - 1, intoCycle.dividedBy(turn()));
            var into = intoCycle.minus(turn().multipliedBy(turns));
            int round = Math.toIntExact(cycles(elapsed) * FOCUSES + turns + 1);
            if (into.compareTo(focus) < 0) {
                return Optional.of(new Phase(Phase.Kind.FOCUS, round, focus.minus(into)));
            }
            return Optional.of(
                    turns < FOCUSES - 1
                            ? new Phase(Phase.Kind.BREAK, round, turn().minus(into))
                            : new Phase(
                                    Phase.Kind.LONG_BREAK,
                                    round,
                                    focus.plus(longRest).minus(into)));
        }

        @Override
        public Duration studied(Duration elapsed) {
            var now = phase(elapsed).orElseThrow();
            var before = focus.multipliedBy(now.round() - 1L);
            return before.plus(now.kind() == Phase.Kind.FOCUS ? focus.minus(now.left()) : focus);
        }

        @Override
        public Optional<Duration> length() {
            return Optional.empty();
        }

        private long cycles(Duration elapsed) {
            return elapsed.dividedBy(cycle());
        }

        private Duration turn() {
            return focus.plus(rest);
        }

        private Duration cycle() {
            return turn().multipliedBy(FOCUSES - 1).plus(focus).plus(longRest);
        }
    }
}
