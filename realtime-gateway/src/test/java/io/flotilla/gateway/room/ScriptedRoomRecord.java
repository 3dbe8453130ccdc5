package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.roomrecord.Reply;
import io.flotilla.gateway.roomrecord.RoomRecord;
import io.flotilla.kit.problem.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** session-service's side, played from memory. Thread-safe. */
public final class ScriptedRoomRecord implements RoomRecord {
    private final RoomWorld world;
    private final List<ObjectNode> messages = new ArrayList<>();
    private boolean away;
    private int reads;

    ScriptedRoomRecord(RoomWorld world) {
        this.world = world;
    }

    public synchronized void away(boolean now) {
        away = now;
    }

    public synchronized int stored() {
        return messages.size();
    }

    /** How often somebody asked for messages. */
    public synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized Reply room(String room, String userId) {
        answer();
        return new Reply.Refused(Reply.Why.NOT_FOUND, "Session not found");
    }

    @Override
    public synchronized Reply write(String room, String userId, Message message) {
        answer();
        for (var one : messages) {
            if (one.path("id").asText().equals(message.id())) {
                return new Reply.Ok(one);
            }
        }
        if (message.text().isBlank()) {
            return new Reply.Refused(Reply.Why.BAD_REQUEST, "text must have 1 to 2000 characters");
        }
        var stored = Json.object()
                .put("id", message.id())
                .put("number", messages.size() + 1)
                .put("participantId", message.participantId())
                .put("userId", userId)
                .put("name", userId.substring(2))
                .put("text", message.text())
                .put("at", 1000);
        messages.add(stored);
        return new Reply.Ok(stored);
    }

    @Override
    public synchronized Reply messages(String room, String userId, OptionalLong before, int limit) {
        answer();
        reads++;
        var page = Json.object();
        var array = page.putArray("messages");
        var below = messages.stream()
                .filter(one -> one.path("number").asLong() < before.orElse(Long.MAX_VALUE))
                .toList();
        below.subList(Math.max(0, below.size() - limit), below.size()).forEach(array::add);
        if (below.size() > limit) {
            page.put("before", array.get(0).path("number").asLong());
        }
        return new Reply.Ok(page);
    }

    @Override
    public synchronized Reply delete(String room, String userId, String messageId) {
        answer();
        for (var one : messages) {
            if (one.path("id").asText().equals(messageId)) {
                one.remove("text");
                return new Reply.Ok(one.put("deleted", true));
            }
        }
        return new Reply.Refused(Reply.Why.NOT_FOUND, "No such message");
    }

    @Override
    public synchronized Reply remove(String room, String userId, String act, String participantId) {
        answer();
        if (!userId.equals("u-ann")) {
            return new Reply.Refused(Reply.Why.FORBIDDEN, "Only the owner may do that");
        }
        world.members.remove(RoomWorld.VM, participantId);
        return new Reply.Ok(Json.object());
    }

    @Override
    public synchronized Reply role(String room, String userId, String participantId, String role) {
        answer();
        world.member(participantId.substring(2), Role.of(role).orElseThrow());
        return new Reply.Ok(Json.object());
    }

    @Override
    public synchronized Reply control(String room, String userId, String mode, OptionalLong turnSeconds) {
        answer();
        if (!userId.equals("u-ann")) {
            return new Reply.Refused(Reply.Why.FORBIDDEN, "Only the owner may do that");
        }
        world.mode(mode, (int) turnSeconds.orElse(60));
        return new Reply.Ok(Json.object());
    }

    private void answer() {
        if (away) {
            throw new Unavailable("away");
        }
    }
}
