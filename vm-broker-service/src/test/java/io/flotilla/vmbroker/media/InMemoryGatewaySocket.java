package io.flotilla.vmbroker.media;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** A gateway that takes what it is given, until a test stops it. */
final class InMemoryGatewaySocket implements GatewaySocket {
    final List<String> texts = new ArrayList<>();
    final List<Buffer> binaries = new ArrayList<>();
    boolean takes = true;
    String closed = "";
    private long handed;
    private long taken;

    @Override
    public void text(String json) {
        texts.add(json);
        sent(json.length());
    }

    @Override
    public void binary(Buffer message) {
        binaries.add(message);
        sent(message.length());
    }

    void takeAll() {
        takes = true;
        taken = handed;
    }

    @Override
    public long queued() {
        return handed - taken;
    }

    @Override
    public long taken() {
        return taken;
    }

    @Override
    public void close(int code, String reason) {
        closed = code + " " + reason;
    }

    private void sent(int bytes) {
        handed += bytes;
        if (takes) {
            taken = handed;
        }
    }
}
