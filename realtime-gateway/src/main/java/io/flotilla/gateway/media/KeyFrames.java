package io.flotilla.gateway.media;

import io.flotilla.gateway.loop.Loop;
import io.flotilla.gateway.protocol.GatewayMessages;
import java.time.Duration;

/** Passes the viewers' wishes for key frames on to the VM, as {@link KeyFrameGate} lets them. Lives on its stage's loop. */
final class KeyFrames {
    private final Loop loop;
    private final UpstreamKeeper upstream;
    private final KeyFrameGate gate;

    KeyFrames(Loop loop, UpstreamKeeper upstream, Duration interval) {
        this.loop = loop;
        this.upstream = upstream;
        this.gate = new KeyFrameGate(interval);
    }

    void ask() {
        gate.ask(loop.now()).ifPresent(delay -> {
            if (delay == 0) {
                pass();
            } else {
                loop.after(Duration.ofMillis(delay), this::pass);
            }
        });
    }

    private void pass() {
        gate.passed(loop.now());
        upstream.say(GatewayMessages.keyFrame());
    }
}
