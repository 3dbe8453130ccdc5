package io.flotilla.gateway.player;

import io.flotilla.gateway.admission.Pass;
import io.flotilla.gateway.control.InputRights;
import io.flotilla.gateway.media.Outlet;
import io.flotilla.gateway.media.Stage;
import io.flotilla.gateway.media.Viewer;
import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.presence.Attendance;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.PlayerMessage;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.socket.OpenSocket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who was let in, from the first message to the last. Thread-safe. */
final class Connection implements Seat, OpenSocket, InputRights.Hand {
    private final String id;
    private final Pass pass;
    private final Instant since;
    private final Outlet outlet;
    private final Viewer viewer;
    private final Stage stage;
    private final Venue venue;
    private Runnable letGo = () -> {};

    private Connection(String id, Pass pass, Instant since, Outlet outlet, Venue venue) {
        this.id = id;
        this.pass = pass;
        this.since = since;
        this.outlet = outlet;
        this.venue = venue;
        this.viewer = new Viewer(id, pass.participantId(), pass.name(), pass.role(), outlet);
        viewer.mayAct(pass.mayAct());
        this.stage = venue.stages().join(pass.vmId(), viewer, pass.width(), pass.height());
    }

    /** Shows the VM to somebody and somebody to the others. */
    static Connection open(String id, Pass pass, Instant since, Outlet outlet, Venue venue) {
        var connection = new Connection(id, pass, since, outlet, venue);
        venue.presence().enter(pass.vmId(), connection.attendance());
        var room = pass.vmSessionId();
        if (room != null) {
            connection.letGo = venue.rights().begin(room, pass.vmId(), connection);
        }
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
        letGo.run();
        venue.stages().leave(stage, viewer);
        venue.presence().leave(pass.vmId(), id);
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
        viewer.mayAct(allowed());
        stage.roleChanged(viewer);
        venue.presence().enter(pass.vmId(), attendance());
    }

    @Override
    public String participantId() {
        return pass.participantId();
    }

    @Override
    public void mayAct(boolean now) {
        if (viewer.mayAct(now)) {
            stage.roleChanged(viewer);
        }
    }

    private boolean allowed() {
        var room = pass.vmSessionId();
        var byRole = viewer.role().mayControl();
        return room == null ? byRole : venue.rights().now(room, this).orElse(byRole && viewer.mayAct());
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
