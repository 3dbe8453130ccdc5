package io.flotilla.systemtests.wire;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One plain client. It answers heartbeats and nothing else by itself, and does not come back. Lives on one event loop; what is sent may
 * be sent from any thread.
 */
public final class WireSocket {
    private enum State {
        UPGRADING,
        ENTERING,
        IN,
        OVER
    }

    private static final int TORN = 1006;

    private final Entrance entrance;
    private final WireListener listener;
    private final CompletableFuture<WireSocket> entered;
    private final Map<Long, CompletableFuture<String>> asked = new HashMap<>();
    private final String prefix;
    private final byte[] eventHead;
    private final Frames frames = new Frames(this::frame);
    private final NetSocket line;
    private final Context loop;
    private Buffer answer = Buffer.buffer();
    private State state = State.UPGRADING;
    private long questions;
    private int closeCode = TORN;

    /** Told by {@code entered} what came of it. */
    WireSocket(
            Context loop,
            NetSocket line,
            Entrance entrance,
            WireListener listener,
            CompletableFuture<WireSocket> entered) {
        this.entered = entered;
        this.loop = loop;
        this.line = line;
        this.entrance = entrance;
        this.listener = listener;
        this.prefix = entrance.namespace().equals("/") ? "" : entrance.namespace() + ",";
        this.eventHead = ("42" + prefix).getBytes(StandardCharsets.UTF_8);
    }

    /** On the event loop. */
    void begin() {
        line.handler(this::read);
        line.closeHandler(nothing -> over(closeCode));
        line.exceptionHandler(problem -> {});
        line.write(entrance.request());
    }

    /** Sends an event; {@code args} is what follows the name in the JSON array. */
    public void tell(String event, String args) {
        write("42" + prefix + "[\"" + event + "\"," + args + "]");
    }

    /** The same, and completes with the acknowledgement's JSON array; fails when the socket is over before. */
    public CompletableFuture<String> ask(String event, String args) {
        var acknowledged = new CompletableFuture<String>();
        loop.runOnContext(nothing -> {
            if (state == State.OVER) {
                acknowledged.completeExceptionally(new IllegalStateException("over: " + closeCode));
                return;
            }
            var number = questions++;
            asked.put(number, acknowledged);
            line.write(Frames.text("42" + prefix + number + "[\"" + event + "\"," + args + "]"));
        });
        return acknowledged;
    }

    /** Takes nothing more from the network, as a client that hangs. */
    public void pause() {
        loop.runOnContext(nothing -> line.pause());
    }

    public void resume() {
        loop.runOnContext(nothing -> line.resume());
    }

    /** Tears the line, without a word. */
    public void cut() {
        loop.runOnContext(nothing -> line.close());
    }

    private void write(String packet) {
        line.write(Frames.text(packet));
    }

    private void read(Buffer bytes) {
        if (state != State.UPGRADING) {
            frames.take(bytes);
            return;
        }
        answer.appendBuffer(bytes);
        var text = answer.toString(StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        if (!text.startsWith("HTTP/1.1 101")) {
            fail(text);
            return;
        }
        state = State.ENTERING;
        frames.take(answer.getBuffer(end + 4, answer.length()));
        answer = Buffer.buffer();
    }

    private void frame(int opcode, Buffer bytes, int from, int to) {
        switch (opcode) {
            case Frames.TEXT -> packet(bytes, from, to);
            case Frames.CLOSE -> {
                closeCode = to - from >= 2 ? bytes.getUnsignedShort(from) : 1005;
                line.write(Frames.frame(Frames.CLOSE, bytes.getBytes(from, Math.min(to, from + 2))));
                line.close();
            }
            case Frames.PING -> line.write(Frames.frame(Frames.PONG, bytes.getBytes(from, to)));
            default -> {}
        }
    }

    private void packet(Buffer bytes, int from, int to) {
        if (isEvent(bytes, from, to)) {
            listener.heard(this, bytes, from + eventHead.length, to);
            return;
        }
        switch (bytes.getByte(from)) {
            case '0' -> write("40" + prefix + entrance.auth());
            case '2' -> write("3");
            case '4' -> message(bytes.getString(from + 1, to));
            default -> {}
        }
    }

    private boolean isEvent(Buffer bytes, int from, int to) {
        if (to - from <= eventHead.length) {
            return false;
        }
        for (int i = 0; i < eventHead.length; i++) {
            if (bytes.getByte(from + i) != eventHead[i]) {
                return false;
            }
        }
        return true;
    }

    private void message(String packet) {
        var body = packet.substring(1).startsWith(prefix) ? packet.substring(1 + prefix.length()) : packet.substring(1);
        switch (packet.charAt(0)) {
            case '0' -> {
                state = State.IN;
                listener.connected(this);
                entered.complete(this);
            }
            case '1' -> {
                closeCode = 0;
                line.close();
            }
            case '3' -> acknowledge(body);
            case '4' -> fail(body);
            default -> {}
        }
    }

    private void acknowledge(String body) {
        var begin = body.indexOf('[');
        var answered = asked.remove(Long.parseLong(body.substring(0, begin)));
        if (answered != null) {
            answered.complete(body.substring(begin));
        }
    }

    private void fail(String why) {
        entered.completeExceptionally(new IllegalStateException("refused: " + why));
        line.close();
    }

    private void over(int code) {
        if (state == State.OVER) {
            return;
        }
        var wasIn = state == State.IN;
        state = State.OVER;
        var torn = new IllegalStateException("over: " + code);
        entered.completeExceptionally(torn);
        asked.values().forEach(question -> question.completeExceptionally(torn));
        asked.clear();
        if (wasIn) {
            listener.over(this, code);
        }
    }
}
