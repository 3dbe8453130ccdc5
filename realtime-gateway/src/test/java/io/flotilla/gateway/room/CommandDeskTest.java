package io.flotilla.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.FakeSocket;
import io.flotilla.gateway.protocol.Fields;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.retry.InMemoryCommands;
import io.flotilla.gateway.roomlog.InMemoryRoomLog;
import io.flotilla.kit.id.SequentialIds;
import io.flotilla.kit.problem.Unavailable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandDeskTest {
    private final ArrayDeque<Supplier<Answer>> outcomes = new ArrayDeque<>();
    private final CommandDesk desk = new CommandDesk(List.of(new Scripted()), new InMemoryCommands());
    private final RoomSeat seat = seat();

    @Test
    void aCommandIsDoneOnceForItsIdAndAnsweredTheSame() {
        outcomes.add(() -> new Answer.Done(Json.object().put("turn", 1)));
        outcomes.add(() -> new Answer.Done(Json.object().put("turn", 2)));

        var first = run("a");

        assertThat(run("a")).isEqualTo(first);
        assertThat(run("b").path("turn").asInt()).isEqualTo(2);
    }

    @Test
    void whatWasRefusedMayBeTriedAgainWithItsId() {
        outcomes.add(() -> new Answer.Refused(Answer.Code.FORBIDDEN, "no"));
        outcomes.add(Answer::done);

        assertThat(run("a").path("error").path("code").asText()).isEqualTo("forbidden");
        assertThat(run("a").path("ok").asBoolean()).isTrue();
    }

    @Test
    void whatNobodyKnowsIsToBeAskedAgain() {
        outcomes.add(() -> {
            throw new Unavailable("away");
        });
        outcomes.add(Answer::done);

        assertThat(run("a").path("error").path("retry").asBoolean()).isTrue();
        assertThat(run("a").path("ok").asBoolean()).isTrue();
    }

    @Test
    void aBrokenCommandIsAnsweredToo() {
        outcomes.add(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(run("a").path("error").path("code").asText()).isEqualTo("unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "a\nb", "{}", "ä"})
    void anIdIsPlain(String id) {
        assertThat(run(id).path("error").path("code").asText()).isEqualTo("bad-request");
    }

    @Test
    void anIdIsNeeded() {
        assertThat(desk.run(seat, "do", Json.object())
                        .path("error")
                        .path("message")
                        .asText())
                .contains("id");
    }

    private com.fasterxml.jackson.databind.JsonNode run(String id) {
        return desk.run(seat, "do", Json.object().put("id", id));
    }

    private final class Scripted implements RoomCommand {
        @Override
        public String name() {
            return "do";
        }

        @Override
        public Answer run(RoomSeat who, String id, Fields args) {
            return outcomes.removeFirst().get();
        }
    }

    private static RoomSeat seat() {
        var log = new InMemoryRoomLog(new SequentialIds(), 10);
        var room = new LocalRoom(
                "vms-1", "vm-1", new Surroundings(log, List.of(), List.of(), () -> Instant.EPOCH, "here"));
        var taker = new RoomSeat.Taker("u-ada", "p-ada", "Ada", Role.OWNER);
        return new RoomSeat(room, FakeSocket.in("/rooms"), taker, Instant.EPOCH, new RoomSeat.Keeper() {
            @Override
            public void changed(RoomSeat changed) {}

            @Override
            public void gone(RoomSeat gone, @Nullable ObjectNode farewell) {}
        });
    }
}
