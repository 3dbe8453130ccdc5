package io.flotilla.gateway.room;

import io.flotilla.gateway.control.InMemoryLeases;
import io.flotilla.gateway.membership.InMemoryMembers;
import io.flotilla.gateway.membership.InMemoryVmSessions;
import io.flotilla.gateway.membership.Member;
import io.flotilla.gateway.membership.VmSession;
import io.flotilla.gateway.presence.InMemoryRoll;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.recovery.InMemoryRecoveries;
import io.flotilla.gateway.retry.InMemoryCommands;
import io.flotilla.gateway.roomlog.InMemoryRoomLog;
import io.flotilla.kit.id.SequentialIds;
import java.time.Duration;

/** What all nodes share, and one VM session in it. */
public final class RoomWorld {
    public static final String ROOM = "vms-1";
    public static final String VM = "vm-1";

    public final SequentialIds ids = new SequentialIds();
    public final InMemoryRoomLog log = new InMemoryRoomLog(ids, 1000);
    public final InMemoryLeases leases = new InMemoryLeases();
    public final InMemoryMembers members = new InMemoryMembers();
    public final InMemoryVmSessions sessions = new InMemoryVmSessions();
    public final InMemoryCommands commands = new InMemoryCommands();
    public final InMemoryRecoveries recoveries = new InMemoryRecoveries();
    public final InMemoryRoll roll = new InMemoryRoll();
    public final ScriptedRoomRecord record = new ScriptedRoomRecord(this);

    public RoomWorld() {
        mode("free", 60);
        member("ann", Role.OWNER);
        member("bob", Role.CONTROLLER);
        member("cy", Role.CONTROLLER);
        member("vi", Role.VIEWER);
    }

    public void member(String name, Role role) {
        members.put(VM, "p-" + name, new Member("u-" + name, name, role));
    }

    public void mode(String mode, int turnSeconds) {
        sessions.put(ROOM, new VmSession.Live(VM, "u-ann", mode, Duration.ofSeconds(turnSeconds)));
    }
}
