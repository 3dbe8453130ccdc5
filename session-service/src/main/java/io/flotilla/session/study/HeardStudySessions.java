package io.flotilla.session.study;

import io.flotilla.session.studynews.Audience;
import io.flotilla.session.studynews.StudyChange;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudySessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/** What some users hear of: for nodes that look for themselves. */
@ApplicationScoped
class HeardStudySessions {
    private final StudySessions sessions;
    private final Audience audience;

    HeardStudySessions(StudySessions sessions, Audience audience) {
        this.sessions = sessions;
        this.audience = audience;
    }

    /** Sessions not over that one of these users hears of, and those known ones, over or not. */
    List<StudyChange> by(Collection<String> userIds, Collection<String> known) {
        var found = new LinkedHashMap<String, StudyChange>();
        sessions.openOf(userIds).stream()
                .filter(one -> one.beginning().vmSessionId() == null)
                .forEach(one -> found.put(one.id(), change(one)));
        for (var one : sessions.openShared()) {
            var change = change(one);
            if (!Collections.disjoint(change.audience(), userIds)) {
                found.put(one.id(), change);
            }
        }
        var missing = new ArrayList<>(known);
        missing.removeAll(found.keySet());
        sessions.all(missing).forEach(one -> found.put(one.id(), change(one)));
        return List.copyOf(found.values());
    }

    private StudyChange change(StudySession session) {
        return StudyChange.of(session, audience.of(session));
    }
}
