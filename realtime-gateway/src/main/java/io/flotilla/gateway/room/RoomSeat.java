package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.presence.Attendance;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.socket.Socket;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One socket in a room. Thread-safe; nothing here blocks. */
public final class RoomSeat implements Seat {
    private final LocalRoom room;
    private final Keeper keeper;
    private final Socket socket;
    private final String userId;
    private final String participantId;
    private final String name;
    private final Instant since;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Role role;
    private volatile long shown;
    private volatile boolean upToDate;

    /** Who takes a seat. */
    public record Taker(String userId, String participantId, String name, Role role) {}

    /** Keeps the seats, and hears of what becomes of them. */
    interface Keeper {
        void changed(RoomSeat seat);

        /** Once. */
        void gone(RoomSeat seat, @Nullable ObjectNode farewell);
    }

    RoomSeat(LocalRoom room, Socket socket, Taker taker, Instant since, Keeper keeper) {
        this.room = room;
        this.keeper = keeper;
        this.socket = socket;
        this.userId = taker.userId();
        this.participantId = taker.participantId();
        this.name = taker.name();
        this.role = taker.role();
        this.since = since;
    }

    public LocalRoom room() {
        return room;
    }

    public Socket socket() {
        return socket;
    }

    public String userId() {
        return userId;
    }

    public String participantId() {
        return participantId;
    }

    @Override
    public Claim claim() {
        return new Claim.Participant(participantId);
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public void role(Role now) {
        role = now;
        keeper.changed(this);
    }

    @Override
    public void close(CloseCode code, String reason) {
        var farewell = Json.object();
        if (code == CloseCode.ENDED) {
            farewell.put("reason", CloseCode.ENDED.reason()).put("detail", reason);
        } else {
            farewell.put("reason", reason);
        }
        end(farewell);
    }

    /** Out of the room, with a last word where there is one. Idempotent. */
    void end(@Nullable ObjectNode farewell) {
        if (over.compareAndSet(false, true)) {
            keeper.gone(this, farewell);
        }
    }

    /** Whether nothing may be told any more. */
    public boolean isOver() {
        return over.get();
    }

    /** Whether it has been told all there is to tell. */
    boolean isUpToDate() {
        return upToDate;
    }

    void upToDate(boolean now) {
        upToDate = now;
    }

    /** The newest numbered event that this seat's snapshot showed. */
    long shown() {
        return shown;
    }

    void shown(long number) {
        shown = number;
    }

    Attendance attendance() {
        return new Attendance("room-" + socket.id(), participantId, userId, name, role, since);
    }

    /** As the others see this one; alone, where nothing is known of the others. */
    ObjectNode json(Crowd crowd) {
        var connections = crowd.find(participantId).map(Person::connections).orElse(1);
        return Crowd.json(new Person(participantId, name, role, connections));
    }
}
