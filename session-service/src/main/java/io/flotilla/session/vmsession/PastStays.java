package io.flotilla.session.vmsession;

import java.util.ArrayList;
import java.util.List;

/** What a session remembers of stays that are over: enough to know people again, and no more. Pure. */
final class PastStays {
    /** Of one user; coming and going must not fill the record. */
    private static final int MOST = 20;

    private PastStays() {}

    /** All stays with the new one, without the oldest of that user when they are too many. */
    static List<Participant> with(List<Participant> stays, Participant newcomer) {
        var past = stays.stream()
                .filter(one -> one.userId().equals(newcomer.userId()) && !one.isInside())
                .toList();
        var more = new ArrayList<>(stays);
        more.removeAll(past.subList(0, Math.max(0, past.size() - MOST + 1)));
        more.add(newcomer);
        return more;
    }

    /** What a guest was the last time, so that coming back undoes no decision of the owner's. */
    static Role lastRole(List<Participant> stays, String userId) {
        return stays.stream()
                .filter(one -> one.userId().equals(userId))
                .reduce((_, later) -> later)
                .map(Participant::role)
                .filter(role -> role != Role.OWNER)
                .orElse(Role.CONTROLLER);
    }
}
