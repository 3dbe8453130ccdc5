package io.flotilla.session.studyhistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flotilla.session.studysession.StudyEnd;
import io.flotilla.session.studysession.StudyFixtures;
import io.flotilla.session.studysession.StudySession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final Instant NOW = Instant.parse("2027-01-03T12:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final List<StudySession> sessions = List.of(
            ran("math", "2026-12-31T23:30:00Z", 100),
            ran("math", "2027-01-01T08:00:00Z", 20),
            ran("latin", "2027-01-03T08:00:00Z", 300));

    @Test
    void addUpBySubjectLongestFirst() {
        assertThat(Totals.of(sessions, Totals.By.SUBJECT, UTC, NOW))
                .extracting(Totals.Total::key, Totals.Total::sessions, one -> one.duration()
                        .toSeconds())
                .containsExactly(tuple("latin", 1, 300L), tuple("math", 2, 120L));
    }

    @Test
    void countASessionOnTheDayWhereItsOwnerIs() {
        assertThat(Totals.of(sessions, Totals.By.DAY, UTC, NOW))
                .extracting(Totals.Total::key)
                .containsExactly("2027-01-03", "2027-01-01", "2026-12-31");
        assertThat(Totals.of(sessions, Totals.By.DAY, ZoneId.of("Europe/Berlin"), NOW))
                .extracting(Totals.Total::key)
                .containsExactly("2027-01-03", "2027-01-01");
    }

    @Test
    void nameWeeksByTheYearTheyBelongTo() {
        assertThat(Totals.of(sessions, Totals.By.WEEK, UTC, NOW))
                .extracting(Totals.Total::key)
                .containsExactly("2026-W53");
    }

    @Test
    void countBreaksAsTimeButNotAsStudy() {
        var pomodoro = StudyFixtures.started("ada", "math", StudyFixtures.POMODORO, NOW.minusSeconds(1_700));

        var all = Totals.all(List.of(pomodoro), NOW);

        assertThat(all.duration()).isEqualTo(Duration.ofSeconds(1_700));
        assertThat(all.studied()).isEqualTo(Duration.ofSeconds(1_500));
    }

    private static StudySession ran(String subject, String start, long seconds) {
        var at = Instant.parse(start);
        return StudyFixtures.started("ada", subject, StudyFixtures.FREE, at)
                .ended(at.plusSeconds(seconds), StudyEnd.ENDED);
    }
}
