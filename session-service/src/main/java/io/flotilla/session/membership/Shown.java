package io.flotilla.session.membership;

import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the model shows of one version of a VM session. Pure.
 *
 * @param room the fields of {@code vm-session:{id}}
 * @param until when it may be forgotten: long after anybody can be late with an older version
 */
public record Shown(
        String id, String vmId, long version, Map<String, String> room, List<Member> members, Instant until) {
    private static final Duration KEPT = Duration.ofHours(1);

    /** Empty for a session that has no VM, and so no room. */
    static Optional<Shown> of(VmSession session) {
        return switch (session.state()) {
            case VmState.Opening _ -> Optional.empty();
            case VmState.Live live -> Optional.of(live(session, live));
            case VmState.Ending ending -> over(session, ending.vmId(), ending.reason(), ending.since());
            case VmState.Ended ended -> over(session, ended.vmId(), ended.reason(), ended.at());
        };
    }

    private static Shown live(VmSession session, VmState.Live live) {
        var room = new LinkedHashMap<String, String>();
        room.put("state", "live");
        room.put("vmId", live.vmId());
        room.put("ownerId", session.ownerId());
        room.put("shared", Boolean.toString(session.isShared()));
        room.put("mode", session.terms().control().mode().wire());
        room.put("turnSeconds", Integer.toString(session.terms().control().turnSeconds()));
        room.put("expiresAt", Long.toString(live.expiresAt().toEpochMilli()));
        room.put("version", Long.toString(session.version()));
        var members = session.inside().stream().map(Member::of).toList();
        return new Shown(
                session.id(),
                live.vmId(),
                session.version(),
                room,
                members,
                live.expiresAt().plus(KEPT));
    }

    private static Optional<Shown> over(VmSession session, @Nullable String vmId, EndReason why, Instant at) {
        if (vmId == null) {
            return Optional.empty();
        }
        var version = session.version();
        var room = Map.of("state", "ended", "vmId", vmId, "reason", why.wire(), "version", Long.toString(version));
        return Optional.of(new Shown(session.id(), vmId, version, room, List.of(), at.plus(KEPT)));
    }
}
