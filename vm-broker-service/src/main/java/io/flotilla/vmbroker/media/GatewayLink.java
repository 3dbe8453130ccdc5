package io.flotilla.vmbroker.media;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** One gateway node's share in a stage: its socket, what it takes, and whom it speaks for. Guarded by the stage's lock. */
public final class GatewayLink {
    private static final int AUTHORS = 1024;

    private final GatewaySocket socket;
    private final LinkFlow flow;
    private final Set<String> authors = new HashSet<>();
    private boolean closing;
    private Watching watching = new Watching(0, false, Set.of());

    GatewayLink(GatewaySocket socket, LinkFlow flow) {
        this.socket = socket;
        this.flow = flow;
    }

    /** What the node said last of its viewers. */
    record Watching(int count, boolean layers, Set<String> formats) {}

    Watching watching() {
        return watching;
    }

    void watching(Watching now) {
        watching = now;
    }

    /** Remembers whose keys and buttons may be pressed through this node; false when it speaks for too many. */
    boolean speaksFor(String author) {
        return authors.contains(author) || (authors.size() < AUTHORS && authors.add(author));
    }

    void released(String author) {
        authors.remove(author);
    }

    Set<String> authors() {
        return Set.copyOf(authors);
    }

    /** False: close it. */
    boolean say(String json, Instant now) {
        if (closing) {
            return true;
        }
        if (flow.mustClose(socket.queued(), socket.taken(), now)) {
            return false;
        }
        socket.text(json);
        return true;
    }

    LinkFlow.Verdict offer(MediaHeader header, Buffer message, Instant now) {
        if (closing) {
            return LinkFlow.Verdict.SKIP;
        }
        var verdict = flow.offer(header, socket.queued(), socket.taken(), now);
        if (verdict == LinkFlow.Verdict.SEND) {
            socket.binary(message);
        }
        return verdict;
    }

    boolean isStuck(Instant now) {
        return !closing && flow.mustClose(socket.queued(), socket.taken(), now);
    }

    void close(int code, String reason) {
        closing = true;
        socket.close(code, reason);
    }
}
