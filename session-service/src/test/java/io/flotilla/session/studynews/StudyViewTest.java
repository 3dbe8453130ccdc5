package io.flotilla.session.studynews;

import static io.flotilla.session.studysession.StudyFixtures.POMODORO;
import static io.flotilla.session.studysession.StudyFixtures.after;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.session.studysession.PauseReason;
import io.flotilla.session.studysession.Plan;
import io.flotilla.session.studysession.StudyFixtures;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudySession.Beginning;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudyViewTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void writesTheExampleOfTheContract() throws IOException {
        var session = StudySession.started(
                        "0b9e3a52-7c1d-4e8f-9a60-1d2c3b4a5f60",
                        "ada",
                        new Beginning("math-101", POMODORO, "k3fw-9dpt-x2mn-7hqa", StudyFixtures.NOON))
                .noted("chapter 3")
                .paused(after(1_510), PauseReason.DISCONNECTED);

        var written = json.writeValueAsString(StudyView.of(StudyChange.of(session, Set.of("ada")), after(9_999)));

        try (var example = StudyViewTest.class.getResourceAsStream("/golden/study/change.json")) {
            assertThat(json.readTree(written)).isEqualTo(json.readTree(example));
        }
    }

    @Test
    void countsASecondThatHasBegunAsLeft() {
        var session = StudyFixtures.started("ada", new Plan.Free(Duration.ofSeconds(60)));

        var body = StudyView.of(session, after(0).plusMillis(1_500));

        assertThat(body)
                .containsEntry("duration", 1L)
                .containsEntry("remaining", 59L)
                .doesNotContainKey("notes");
    }
}
