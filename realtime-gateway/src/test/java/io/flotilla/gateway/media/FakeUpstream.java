package io.flotilla.gateway.media;

import io.flotilla.gateway.loop.Loop;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** An upstream that does what the test says. */
final class FakeUpstream implements Upstream {
    final List<Listener> dials = new ArrayList<>();
    final List<JsonObject> said = new ArrayList<>();
    boolean full;
    int closed;

    @Override
    public void dial(String vmId, Loop loop, Listener listener) {
        dials.add(listener);
    }

    Listener last() {
        return dials.getLast();
    }

    Listener open() {
        var listener = last();
        listener.opened(new Link() {
            @Override
            public void say(String text) {
                said.add(new JsonObject(text));
            }

            @Override
            public boolean isFull() {
                return full;
            }

            @Override
            public void close() {
                closed++;
            }
        });
        return listener;
    }

    List<JsonObject> said(String type) {
        return said.stream()
                .filter(message -> type.equals(message.getString("type")))
                .toList();
    }
}
