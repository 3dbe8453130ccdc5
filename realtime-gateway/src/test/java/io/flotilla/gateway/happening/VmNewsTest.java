package io.flotilla.gateway.happening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.Act;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.room.LocalRoom;
import io.flotilla.gateway.room.LoneRoom;
import io.flotilla.gateway.roomlog.InMemoryRoomLog;
import io.flotilla.gateway.roomlog.LogEntry;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.gateway.roomlog.RoomLog;
import io.flotilla.gateway.roomlog.Tail;
import io.flotilla.kit.id.SequentialIds;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VmNewsTest {
    private final InMemoryRoomLog log = new InMemoryRoomLog(new SequentialIds(), 100);
    private final Position start = log.head("vms-1");
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final LocalRoom hereRoom = LoneRoom.of("vms-1", "vm-1", log, "here");
    private final LocalRoom thereRoom = LoneRoom.of("vms-1", "vm-1", log, "there");
    private final VmNews here = new VmNews();
    private final VmNews there = new VmNews();

    @BeforeEach
    void open() {
        here.opened(hereRoom);
        there.opened(thereRoom);
        log.listen("vms-1", new RoomLog.Ear() {
            @Override
            public void appended(LogEntry entry) {
                var data = read(entry.json());
                here.appended(hereRoom, entry.name(), data);
                there.appended(thereRoom, entry.name(), data);
            }

            @Override
            public void passed(String text) {
                passed.add(text);
            }

            @Override
            public void unsure() {}
        });
    }

    @Test
    void aWarningThatSeveralNodesHearIsToldOnce() {
        here.said("vm-1", "warning", warning("7000"));
        there.said("vm-1", "warning", warning("7000"));
        here.said("vm-1", "warning", warning("9000"));

        told("{\"reason\":\"inactive\",\"closesAt\":7000}", "{\"reason\":\"inactive\",\"closesAt\":9000}");
    }

    @Test
    void whoComesSeesTheWarningThatStands() {
        here.said("vm-1", "warning", warning("7000"));
        told("{\"reason\":\"inactive\",\"closesAt\":7000}");
        assertThat(shown().path("warning").path("closesAt").asLong()).isEqualTo(7000);

        there.said("vm-1", "warning", warning("null"));
        here.said("vm-1", "warning", warning("null"));

        told("{\"reason\":\"inactive\",\"closesAt\":7000}", "{\"reason\":\"inactive\",\"closesAt\":null}");
        assertThat(shown().has("warning")).isFalse();
    }

    @Test
    void whereSomebodyNavigatesToIsInNothingThatIsTold() {
        here.navigated("vm-1", "p-ada", new Act.Navigate(Act.Navigation.TO, "https://secret.example/?token=abc"));

        await().atMost(Duration.ofSeconds(20)).until(() -> passed.size() == 1);
        assertThat(passed.getFirst()).contains("p-ada", "\"to\"").doesNotContain("secret", "token");
        assertThat(log.since("vms-1", start)).isEqualTo(new Tail.Whole(List.of(), start));
    }

    @Test
    void whatHappensToAVmWithoutARoomIsNoNews() {
        here.said("vm-2", "warning", warning("7000"));
        here.navigated("vm-2", "p-ada", new Act.Navigate(Act.Navigation.BACK, null));

        assertThat(passed).isEmpty();
        assertThat(log.head("vms-1")).isEqualTo(start);
    }

    private void told(String... events) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(((Tail.Whole) log.since("vms-1", start)).entries())
                        .extracting(LogEntry::json)
                        .containsExactlyInAnyOrder(events));
    }

    private JsonNode shown() {
        var snapshot = Json.object();
        there.add(thereRoom, "u-ada", snapshot);
        return snapshot;
    }

    private static JsonNode warning(String closesAt) {
        return read("{\"type\":\"warning\",\"reason\":\"inactive\",\"closesAt\":" + closesAt + "}");
    }

    private static JsonNode read(String json) {
        try {
            return Json.read(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
