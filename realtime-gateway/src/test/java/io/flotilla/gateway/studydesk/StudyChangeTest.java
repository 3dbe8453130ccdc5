package io.flotilla.gateway.studydesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.Golden;
import io.flotilla.gateway.protocol.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyChangeTest {
    private final String example = Golden.text("study/change");

    @Test
    void readsTheExampleOfTheContractAndPassesOnWhatItDoesNotKnow() throws JsonProcessingException {
        var message = (ObjectNode) Json.read(example);
        message.put("later", true);
        message.withObject("/session").put("mood", "good");

        var change = StudyChange.of(message).orElseThrow();

        assertThat(change.event()).isEqualTo("paused");
        assertThat(change.ownerId()).isEqualTo("ada");
        assertThat(change.revision()).isEqualTo(2);
        assertThat(change.elapsedMs()).isEqualTo(1_510_000);
        assertThat(change.audience()).containsExactly("ada");
        assertThat(change.isRunning()).isFalse();
        assertThat(new StudyTimer(change, 0).view(false, 0).path("mood").textValue())
                .isEqualTo("good");
    }

    @Test
    void tellsASecondAsTheExampleOfTheContract() throws JsonProcessingException {
        var message = (ObjectNode) Json.read(example);
        message.withObject("/session").put("status", "active").put("revision", 3);
        var timer = new StudyTimer(StudyChange.of(message).orElseThrow(), 0);

        assertThat(timer.due(1_000)).containsExactly(1_511L);
        assertThat(timer.update(1_511).toString()).isEqualTo(Golden.text("study/timer-update"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "{\"session\":7}", "{\"session\":{}}", "{\"session\":{\"id\":\"\"}}"})
    void takesNothingElseForAChange(String text) throws JsonProcessingException {
        assertThat(StudyChange.of(Json.read(text))).isEmpty();
    }
}
