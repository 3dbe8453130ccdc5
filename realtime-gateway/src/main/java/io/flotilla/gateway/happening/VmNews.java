package io.flotilla.gateway.happening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.media.VmListener;
import io.flotilla.gateway.protocol.Act;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.room.LocalRoom;
import io.flotilla.gateway.room.RoomFeature;
import io.flotilla.gateway.room.SnapshotPart;
import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Brings news of VMs to their rooms. Several nodes may hear the same warning: it is appended under an id that they all make of it, so it is
 * told once. Thread-safe; what must wait does so on a virtual thread.
 */
@Singleton
final class VmNews implements VmListener, RoomFeature, SnapshotPart {
    private static final Logger LOG = Logger.getLogger(VmNews.class);
    private static final String CLOCK = "clock";
    private static final String NAVIGATED = "navigated";
    private static final String WARNING = "warning";

    private final Map<String, LocalRoom> byVm = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> clocks = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> warnings = new ConcurrentHashMap<>();

    @Override
    public void opened(LocalRoom room) {
        byVm.put(room.vmId(), room);
    }

    @Override
    public void closed(LocalRoom room) {
        byVm.remove(room.vmId(), room);
        clocks.remove(room.id());
        warnings.remove(room.id());
    }

    @Override
    public void said(String vmId, String type, JsonNode json) {
        var room = byVm.get(vmId);
        if (room != null && type.equals(CLOCK)) {
            var clock = Json.object().set("expiresAt", json.path("expiresAt"));
            var news = !clock.equals(clocks.put(room.id(), clock));
            if (news) {
                spread(room, CLOCK, Json.object().setAll((ObjectNode) clock));
            }
        } else if (room != null && type.equals(WARNING)) {
            warn(room, json);
        }
    }

    @Override
    public void navigated(String vmId, String participantId, Act.Navigate act) {
        var room = byVm.get(vmId);
        if (room != null) {
            spread(
                    room,
                    NAVIGATED,
                    Json.object()
                            .put("participantId", participantId)
                            .put("action", act.action().name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public void appended(LocalRoom room, String event, JsonNode data) {
        if (event.equals(WARNING)) {
            if (data.path("closesAt").isNull()) {
                warnings.remove(room.id());
            } else {
                warnings.put(room.id(), data);
            }
        }
    }

    @Override
    public void passed(LocalRoom room, String kind, JsonNode words) {
        if (kind.equals(CLOCK)) {
            // Whoever watches the VM too has told it already.
            if (!words.equals(clocks.put(room.id(), words))) {
                room.emitVolatile(CLOCK, words, socket -> true);
            }
        } else if (kind.equals(NAVIGATED)) {
            room.emitVolatile(NAVIGATED, words, socket -> true);
        }
    }

    @Override
    public long add(LocalRoom room, String userId, ObjectNode snapshot) {
        var clock = clocks.get(room.id());
        if (clock != null) {
            snapshot.set(CLOCK, clock);
        }
        var warning = warnings.get(room.id());
        if (warning != null) {
            snapshot.set(WARNING, warning);
        }
        return 0;
    }

    private void warn(LocalRoom room, JsonNode json) {
        var reason = json.path("reason").asText("");
        // A warning that is called off is named by what it called off; who never heard of it has nothing to call off.
        var closesAt = json.path("closesAt");
        var named = closesAt.isNull() ? warnings.get(room.id()) : json;
        if (named == null) {
            return;
        }
        var id = (closesAt.isNull() ? "warning-off:" : "warning:") + reason + ":"
                + named.path("closesAt").asLong();
        var event = Json.object().put("reason", reason);
        event.set("closesAt", closesAt);
        elsewhere(() -> room.append(id, WARNING, event));
    }

    private void spread(LocalRoom room, String kind, ObjectNode words) {
        room.emitVolatile(kind, words, socket -> true);
        elsewhere(() -> room.pass(kind, words));
    }

    private static void elsewhere(Runnable task) {
        Thread.ofVirtual().name("vm-news").start(() -> {
            try {
                task.run();
            } catch (Unavailable e) {
                LOG.debugf("News of a VM did not get through: %s", e.getMessage());
            }
        });
    }
}
