package io.flotilla.session.study;

import io.flotilla.session.studynews.Audience;
import io.flotilla.session.studynews.StudyChange;
import io.flotilla.session.studynews.TellStudyChanges;
import io.flotilla.session.studysession.StudyEnd;
import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.studysession.StudySessions;
import io.flotilla.session.usersession.CarriedOver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Study sessions go along with a visitor who signs in. The account's own one goes on where both have one under way, and the visitor's is
 * over.
 */
@ApplicationScoped
public class CarryStudySessions implements CarriedOver {
    private final StudySessions sessions;
    private final Audience audience;
    private final TellStudyChanges telling;

    public CarryStudySessions(StudySessions sessions, Audience audience, TellStudyChanges telling) {
        this.sessions = sessions;
        this.audience = audience;
        this.telling = telling;
    }

    @Override
    public void carryOver(Handover handover) {
        var visitor = handover.fromUser();
        var account = handover.toUser();
        // Always the visitor first: two who wait for one another would wait for ever.
        sessions.alone(
                visitor,
                () -> sessions.alone(account, () -> {
                    sessions.openOf(visitor).ifPresent(open -> sessions.put(moved(open, account)));
                    sessions.handOver(visitor, account);
                    return account;
                }));
    }

    @Override
    public void carriedOver(Handover handover) {
        telling.tell(sessions.openOf(handover.toUser())
                .map(open -> new StudyChange("state", open, audience.of(open)))
                .map(List::of)
                .orElse(List.of()));
    }

    private StudySession moved(StudySession open, String account) {
        return sessions.openOf(account).isPresent()
                ? open.ended(sessions.now(), StudyEnd.SIGNED_IN).of(account)
                : open.of(account);
    }
}
