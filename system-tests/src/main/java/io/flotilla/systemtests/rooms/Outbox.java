package io.flotilla.systemtests.rooms;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.flotilla.systemtests.wire.Wire;
import io.flotilla.systemtests.wire.WireSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes in a room, one message after the other: the next is sent when the one before is acknowledged, and what was not
 * acknowledged is said again with the same id, on whatever socket there is then. Counts may be read from any thread.
 */
final class Outbox {
    private static final int AFTER_A_REFUSAL_MS = 100;

    private record Message(String id, String text) {}

    private final Wire wire;
    private final String name;
    private final Consumer<String> refused;
    private final Deque<Message> unsent = new ArrayDeque<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private @Nullable WireSocket socket;
    private boolean asking;

    Outbox(Wire wire, String name, Consumer<String> refused) {
        this.wire = wire;
        this.name = name;
        this.refused = refused;
    }

    void write() {
        var number = written.incrementAndGet();
        var unlikeAnyOther = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        wire.run(() -> {
            unsent.add(new Message(name + "-" + number + "-" + unlikeAnyOther, Ledger.text(name, number)));
            sendNext();
        });
    }

    /** On the event loop, once the room has let that socket in. */
    void open(WireSocket opened) {
        socket = opened;
        asking = false;
        sendNext();
    }

    /** On the event loop. */
    void close() {
        socket = null;
        asking = false;
    }

    long written() {
        return written.get();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    private void sendNext() {
        var message = unsent.peek();
        var through = socket;
        if (message == null || through == null || asking) {
            return;
        }
        asking = true;
        var command = new JsonObject();
        command.addProperty("id", message.id());
        command.addProperty("text", message.text());
        var ignored = through.ask("chat.send", command.toString()).whenComplete((answer, problem) -> {
            if (problem == null && through == socket) {
                answered(JsonParser.parseString(answer).getAsJsonArray().get(0).getAsJsonObject());
            }
        });
    }

    private void answered(JsonObject answer) {
        asking = false;
        if (answer.get("ok").getAsBoolean()) {
            unsent.remove();
            acknowledged.incrementAndGet();
            sendNext();
        } else {
            refused.accept(answer.toString());
            wire.later(AFTER_A_REFUSAL_MS, this::sendNext);
        }
    }
}
