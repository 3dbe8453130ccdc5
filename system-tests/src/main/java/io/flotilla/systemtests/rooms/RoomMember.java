package io.flotilla.systemtests.rooms;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.flotilla.systemtests.wire.Entrance;
import io.flotilla.systemtests.wire.Wire;
import io.flotilla.systemtests.wire.WireListener;
import io.flotilla.systemtests.wire.WireSocket;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a room who comes back whenever the connection is over, by position, and repeats the message that was not acknowledged with
 * the same id. Everything happens on the wire's event loop; what is read may be read from any thread.
 */
public final class RoomMember implements WireListener {
    private static final int LONGEST_PAUSE_MS = 300;

    private final Wire wire;
    private final Supplier<Entrance> entrance;
    private final String room;
    private final String name;
    private final Ledger ledger = new Ledger();
    private final Outbox outbox;
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicInteger recovered = new AtomicInteger();
    private final AtomicInteger resyncs = new AtomicInteger();
    private final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private @Nullable WireSocket socket;
    private @Nullable String position;
    private boolean gone;

    /**
     * Comes at once.
     *
     * @param entrance asked each time; may name another node
     * @param name what the messages are signed with; no other member may have it
     */
    public RoomMember(Wire wire, Supplier<Entrance> entrance, String room, String name) {
        this.wire = wire;
        this.entrance = entrance;
        this.room = room;
        this.name = name;
        this.outbox = new Outbox(wire, name, refusals::add);
        wire.run(this::come);
    }

    /** Writes the next message; it is sent when those before are acknowledged. */
    public void write() {
        outbox.write();
    }

    /** Tears the line; comes back. */
    public void cut() {
        wire.run(() -> Optional.ofNullable(socket).ifPresent(WireSocket::cut));
    }

    /** Goes for good. */
    public void leave() {
        wire.run(() -> {
            gone = true;
            Optional.ofNullable(socket).ifPresent(WireSocket::cut);
        });
    }

    public String name() {
        return name;
    }

    public Ledger ledger() {
        return ledger;
    }

    public long written() {
        return outbox.written();
    }

    public long acknowledged() {
        return outbox.acknowledged();
    }

    /** How often the room let it in. */
    public int joined() {
        return joined.get();
    }

    /** How often that continued where it was. */
    public int recovered() {
        return recovered.get();
    }

    /** How often the server said by itself that something may be missing. */
    public int resyncs() {
        return resyncs.get();
    }

    public List<Integer> closeCodes() {
        return List.copyOf(closeCodes);
    }

    /** Answers that were not {@code ok}, and connections that did not come to be. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public String toString() {
        return name + ": joined " + joined + ", recovered " + recovered + ", resyncs " + resyncs + ", acknowledged "
                + acknowledged() + " of " + written() + ", " + ledger + ", closed " + closeCodes + ", refused "
                + refusals.stream().distinct().limit(5).toList();
    }

    private void come() {
        if (gone) {
            return;
        }
        var ignored = wire.open(entrance.get(), this).whenComplete((opened, problem) -> {
            if (problem != null) {
                refusals.add(String.valueOf(problem.getMessage()));
                wire.run(this::comeLater);
            }
        });
    }

    private void comeLater() {
        wire.later(ThreadLocalRandom.current().nextInt(20, LONGEST_PAUSE_MS), this::come);
    }

    @Override
    public void connected(WireSocket opened) {
        socket = opened;
        var join = new JsonObject();
        join.addProperty("room", room);
        Optional.ofNullable(position).ifPresent(at -> join.addProperty("position", at));
        var ignored = opened.ask("join", join.toString()).whenComplete((answer, problem) -> {
            if (problem == null) {
                joined(opened, first(answer));
            }
        });
    }

    private void joined(WireSocket opened, JsonObject answer) {
        if (!answer.get("ok").getAsBoolean()) {
            refusals.add(answer.toString());
            opened.cut();
            return;
        }
        joined.incrementAndGet();
        if (answer.get("recovered").getAsBoolean()) {
            recovered.incrementAndGet();
        } else {
            replace(answer);
        }
        outbox.open(opened);
    }

    private void replace(JsonObject snapshot) {
        position = snapshot.get("position").getAsString();
        Optional.ofNullable(snapshot.getAsJsonObject("chat"))
                .flatMap(chat -> Optional.ofNullable(chat.getAsJsonArray("messages")))
                .map(JsonArray::asList)
                .orElse(List.of())
                .forEach(this::catchUp);
    }

    /** What the snapshot repeats is no news and no double. */
    private void catchUp(JsonElement message) {
        var text = message.getAsJsonObject().get("text").getAsString();
        var parts = text.split("@", 4);
        if (parts.length == 4 && Long.parseLong(parts[2]) > ledger.newest(parts[1])) {
            ledger.hear(text);
        }
    }

    @Override
    public void heard(WireSocket from, Buffer bytes, int begin, int end) {
        var event = JsonParser.parseString(bytes.getString(begin, end)).getAsJsonArray();
        if (event.size() > 2) {
            position = event.get(2).getAsString();
        }
        switch (event.get(0).getAsString()) {
            case "chat.message" ->
                ledger.hear(event.get(1).getAsJsonObject().get("text").getAsString());
            case "resync" -> {
                resyncs.incrementAndGet();
                replace(event.get(1).getAsJsonObject());
            }
            case "gone" -> from.cut();
            default -> {}
        }
    }

    @Override
    public void over(WireSocket was, int code) {
        if (was == socket) {
            socket = null;
            outbox.close();
        }
        closeCodes.add(code);
        comeLater();
    }

    private static JsonObject first(String ack) {
        return JsonParser.parseString(ack).getAsJsonArray().get(0).getAsJsonObject();
    }
}
