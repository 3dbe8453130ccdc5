package io.flotilla.session.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.session.body.Reading;
import io.flotilla.session.studysession.Plan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyBodiesTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void takesThePomodoroThatEverybodyKnowsUnlessToldOtherwise() throws Exception {
        assertThat(read("start-session", "{\"subjectId\":\"math-101\",\"type\":\"pomodoro\",\"mood\":\"good\"}"))
                .isEqualTo(new Reading.Understood<>(new StudyCommand.Start(
                        "math-101",
                        new Plan.Pomodoro(Duration.ofMinutes(25), Duration.ofMinutes(5), Duration.ofMinutes(15)),
                        null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start-session | {} | subjectId",
                "start-session | null | subjectId",
                "start-session | [] | body",
                "start-session | {\"subjectId\":7,\"type\":\"free\"} | subjectId",
                "start-session | {\"subjectId\":\" \",\"type\":\"free\"} | subjectId",
                "start-session | {\"subjectId\":\"a\\u0000b\",\"type\":\"free\"} | subjectId",
                "start-session | {\"subjectId\":\"m\"} | type",
                "start-session | {\"subjectId\":\"m\",\"type\":\"deep\"} | type",
                "start-session | {\"subjectId\":\"m\",\"type\":\"free\",\"durationSeconds\":0} | durationSeconds",
                "start-session | {\"subjectId\":\"m\",\"type\":\"free\",\"durationSeconds\":86401} | durationSeconds",
                "start-session | {\"subjectId\":\"m\",\"type\":\"free\",\"durationSeconds\":1.5} | durationSeconds",
                "start-session | {\"subjectId\":\"m\",\"type\":\"free\",\"durationSeconds\":1e99} | durationSeconds",
                "start-session | {\"subjectId\":\"m\",\"type\":\"pomodoro\",\"breakSeconds\":7201} | breakSeconds",
                "pause-session | {} | sessionId",
                "resume-session | {\"sessionId\":{}} | sessionId",
                "end-session | {\"sessionId\":\"s\",\"notes\":[]} | notes",
                "fly-session | {} | command",
            })
    void namesWhatIsWrong(String name, String body, String field) throws Exception {
        assertThat(read(name, body)).isInstanceOfSatisfying(Reading.Wrong.class, wrong -> assertThat(wrong.field())
                .isEqualTo(field));
    }

    @Test
    void takesNotesUpToTheirLimitInBytes() throws Exception {
        assertThat(read("end-session", "{\"sessionId\":\"s\",\"notes\":\"" + "é".repeat(2048) + "\"}"))
                .isInstanceOf(Reading.Understood.class);
        assertThat(read("end-session", "{\"sessionId\":\"s\",\"notes\":\"" + "é".repeat(2049) + "\"}"))
                .isInstanceOf(Reading.Wrong.class);
    }

    private Reading<StudyCommand> read(String name, String body) throws Exception {
        return StudyBodies.command(name, json.readTree(body));
    }
}
