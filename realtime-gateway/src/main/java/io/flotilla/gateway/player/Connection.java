package io.flotilla.gateway.player;

import io.flotilla.gateway.admission.Pass;
import io.flotilla.gateway.media.Outlet;
import io.flotilla.gateway.media.Stage;
import io.flotilla.gateway.media.Stages;
import io.flotilla.gateway.media.Viewer;
import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.presence.Attendance;
import io.flotilla.gateway.presence.PresenceRounds;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.PlayerMessage;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.socket.OpenSocket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who was let in, from the first message to the last. Thread-safe. */
final class Connection implements Seat, OpenSocket {
    private final String id;
    private final Pass pass;
    private final Instant since;
    private final Outlet outlet;
    private final Viewer viewer;
    private final Stage stage;
    private final Stages stages;
    private final PresenceRounds presence;

    private Connection(String id, Pass pass, Instant since, Outlet outlet, Stages stages, PresenceRounds presence) {
        this.id = id;
        this.pass = pass;
        this.since = since;
        this.outlet = outlet;
        this.stages = stages;
        this.presence = presence;
        this.viewer = new Viewer(id, pass.participantId(), pass.name(), pass.role(), outlet);
        this.stage = stages.join(pass.vmId(), viewer, pass.width(), pass.height());
    }

    /** Shows the VM to somebody and somebody to the others. */
    static Connection open(String id, Pass pass, Instant since, Outlet outlet, Stages stages, PresenceRounds presence) {
        var connection = new Connection(id, pass, since, outlet, stages, presence);
        presence.enter(pass.vmId(), connection.attendance());
        return connection;
    }

    String vmId() {
        return pass.vmId();
    }

    void heard(PlayerMessage message) {
        stage.heard(viewer, message);
    }

    /** The socket is gone. */
    void gone() {
        stages.leave(stage, viewer);
        presence.leave(pass.vmId(), id);
    }

    @Override
    public Claim claim() {
        return pass.claim();
    }

    @Override
    public Role role() {
        return viewer.role();
    }

    @Override
    public void role(Role now) {
        viewer.role(now);
        stage.roleChanged(viewer);
        presence.enter(pass.vmId(), attendance());
    }

    @Override
    public @Nullable String sessionId() {
        return pass.sessionId();
    }

    @Override
    public void close(CloseCode code, String reason) {
        outlet.close(code, reason);
    }

    private Attendance attendance() {
        return new Attendance(id, pass.participantId(), pass.userId(), pass.name(), viewer.role(), since);
    }
}
