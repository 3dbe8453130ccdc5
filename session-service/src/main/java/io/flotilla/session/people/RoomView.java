package io.flotilla.session.people;

import io.flotilla.session.sharing.VmSessionView;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmState;
import java.util.LinkedHashMap;
import java.util.Map;

/** A live VM session as the gateway is told, see {@code contracts/internal-rest.md}. */
final class RoomView {
    private RoomView() {}

    static Map<String, Object> of(VmSession session) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", session.id());
        if (session.state() instanceof VmState.Live live) {
            body.put("vmId", live.vmId());
            body.put("expiresAt", live.expiresAt().toEpochMilli());
        }
        body.put("ownerId", session.ownerId());
        body.put("isShared", session.isShared());
        body.put("control", VmSessionView.control(session.terms().control()));
        body.put(
                "participants",
                session.inside().stream().map(RoomView::participant).toList());
        return body;
    }

    private static Map<String, Object> participant(Participant stay) {
        return Map.of(
                "participantId", stay.id(),
                "userId", stay.userId(),
                "name", stay.name(),
                "role", stay.role().wire(),
                "joinedAt", stay.joinedAt().toEpochMilli());
    }
}
