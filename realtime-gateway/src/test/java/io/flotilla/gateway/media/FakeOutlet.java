package io.flotilla.gateway.media;

import io.flotilla.gateway.protocol.CloseCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a viewer would have got. */
public final class FakeOutlet implements Outlet {
    public final List<Buffer> media = new ArrayList<>();
    public final List<JsonObject> texts = new ArrayList<>();
    public long stuck;

    public @Nullable CloseCode closed;

    public @Nullable String reason;

    @Override
    public void media(Buffer bytes) {
        media.add(bytes);
    }

    @Override
    public void text(String json) {
        texts.add(new JsonObject(json));
    }

    @Override
    public void close(CloseCode code, String why) {
        if (closed == null) {
            closed = code;
            reason = why;
        }
    }

    @Override
    public long pending() {
        return stuck;
    }

    @Override
    public long taken() {
        return 0;
    }

    long received() {
        return media.stream().mapToLong(Buffer::length).sum();
    }

    public List<String> types() {
        return texts.stream().map(text -> text.getString("type")).toList();
    }
}
