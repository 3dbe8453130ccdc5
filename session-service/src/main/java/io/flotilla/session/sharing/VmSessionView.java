package io.flotilla.session.sharing;

import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.Control;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Role;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmState;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A VM session as JSON shows it to one caller. Times are epoch milliseconds. */
public final class VmSessionView {
    private VmSessionView() {}

    /** The creator's answer. */
    static Map<String, Object> created(Entry entry, String origin) {
        var body = door(entry, origin);
        body.put("platform", entry.session().setup().platform());
        body.put("createdAt", entry.session().createdAt().toEpochMilli());
        return body;
    }

    /** The answer to joining. */
    static Map<String, Object> joined(Entry entry, String origin) {
        var body = door(entry, origin);
        body.put("joined", true);
        return body;
    }

    /** Members and admins see the people; strangers of a shared session only what helps to decide whether to join. */
    static Map<String, Object> seen(VmSession session, Actor actor) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", session.id());
        body.put("state", stateName(session.state()));
        body.put("platform", session.setup().platform());
        body.put("isShared", session.isShared());
        body.put("createdAt", session.createdAt().toEpochMilli());
        putIfKnown(
                body,
                "expiresAt",
                session.state() instanceof VmState.Live live ? live.expiresAt().toEpochMilli() : null);
        putIfKnown(body, "endReason", endReason(session.state()));
        body.put("participantCount", session.inside().size());
        if (actor.admin() || session.knows(actor.userId())) {
            addForMembers(body, session, actor);
        }
        return body;
    }

    private static void addForMembers(Map<String, Object> body, VmSession session, Actor actor) {
        var stay = session.inside(actor.userId());
        putIfKnown(body, "role", roleOf(session, actor));
        putIfKnown(body, "participantId", stay.map(Participant::id).orElse(null));
        putIfKnown(body, "vmId", session.vmId().orElse(null));
        putIfKnown(
                body,
                "sharedAt",
                session.sharedAt() == null ? null : session.sharedAt().toEpochMilli());
        putIfKnown(
                body,
                "lastJoinedAt",
                session.lastJoinedAt().map(Instant::toEpochMilli).orElse(null));
        var timeouts = session.setup().timeouts();
        body.put(
                "timeouts",
                Map.of(
                        "absolute", timeouts.absolute().toSeconds(),
                        "inactive", timeouts.inactive().toSeconds(),
                        "offline", timeouts.offline().toSeconds(),
                        "warning", timeouts.warning().toSeconds()));
        body.put("control", control(session.terms().control()));
        body.put("participants", people(session));
        if (actor.admin() || session.isOwnedBy(actor.userId())) {
            body.put("banned", banned(session));
        }
    }

    /** How people take turns. */
    public static Map<String, Object> control(Control control) {
        return Map.of("mode", control.mode().wire(), "turnSeconds", control.turnSeconds());
    }

    /** Each user once, by their last stay. */
    private static Collection<Map<String, Object>> banned(VmSession session) {
        var byUser = new LinkedHashMap<String, Map<String, Object>>();
        for (var one : session.participants()) {
            var since = one.bannedAt();
            if (since != null) {
                byUser.put(
                        one.userId(),
                        Map.of("participantId", one.id(), "name", one.name(), "bannedAt", since.toEpochMilli()));
            }
        }
        return byUser.values();
    }

    private static List<Map<String, Object>> people(VmSession session) {
        return session.inside().stream()
                .map(one -> Map.<String, Object>of(
                        "participantId", one.id(),
                        "name", one.name(),
                        "role", one.role().wire(),
                        "joinedAt", one.joinedAt().toEpochMilli()))
                .toList();
    }

    private static Map<String, Object> door(Entry entry, String origin) {
        var session = entry.session();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", session.id());
        body.put(
                "url",
                origin + "/vm/" + entry.vmId() + "?token=" + entry.token().reveal());
        if (session.state() instanceof VmState.Live live) {
            body.put("expiresAt", live.expiresAt().toEpochMilli());
        }
        body.put("role", entry.participant().role().wire());
        body.put("participantId", entry.participant().id());
        body.put("vmId", entry.vmId());
        body.put("isShared", session.isShared());
        return body;
    }

    /** The owner stays the owner while outside. */
    private static @Nullable String roleOf(VmSession session, Actor actor) {
        return session.isOwnedBy(actor.userId())
                ? Role.OWNER.wire()
                : session.inside(actor.userId()).map(one -> one.role().wire()).orElse(null);
    }

    private static String stateName(VmState state) {
        return switch (state) {
            case VmState.Opening _ -> "opening";
            case VmState.Live _ -> "live";
            case VmState.Ending _, VmState.Ended _ -> "ended";
        };
    }

    private static @Nullable String endReason(VmState state) {
        return switch (state) {
            case VmState.Opening _, VmState.Live _ -> null;
            case VmState.Ending ending -> ending.reason().wire();
            case VmState.Ended ended -> ended.reason().wire();
        };
    }

    private static void putIfKnown(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
