package io.flotilla.gateway.cursor;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.room.RoomFeature;
import io.flotilla.gateway.room.RoomSignal;
import io.vertx.core.Vertx;
import java.util.List;

/** Cursors and reactions as a node wires them. */
public final class CursorParts {
    private final Cursors cursors;
    private final Reactions reactions;

    public CursorParts(Vertx vertx, GatewayConfig config) {
        var passing = new Passing();
        this.cursors = new Cursors(vertx, passing, config);
        this.reactions = new Reactions(passing);
    }

    public List<RoomSignal> signals() {
        return List.of(cursors, reactions);
    }

    public List<RoomFeature> features() {
        return List.of(cursors, reactions);
    }
}
