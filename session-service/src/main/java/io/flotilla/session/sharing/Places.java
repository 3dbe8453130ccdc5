package io.flotilla.session.sharing;

import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.limit.Holding;
import io.flotilla.session.limit.SessionLimits;
import io.flotilla.session.limit.Taking;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Which places the people of a VM session hold, and the limits over them. The owner's is held until the end, inside or not. */
@ApplicationScoped
public class Places {
    private final SessionLimits limits;
    private final VmSessions sessions;
    private final Duration retryAfter;

    public Places(SessionLimits limits, VmSessions sessions, SessionConfig config) {
        this.limits = limits;
        this.sessions = sessions;
        this.retryAfter = config.session().retryAfter();
    }

    /** Takes the place, unless a limit is reached. */
    Outcome<Taking.Taken> take(Holding holding) {
        return switch (taking(holding)) {
            case Taking.Taken taken -> Outcome.done(taken);
            case Taking.Full(String scope, int limit) ->
                Outcome.refused(new Refusal.LimitReached(scope, limit, retryAfter));
            case Taking.Forgotten _ -> throw new IllegalStateException("the limits were lost again at once");
        };
    }

    /** Counts that were lost are first rebuilt from the record, so that losing them opens no door. */
    private Taking taking(Holding holding) {
        var taking = limits.take(holding);
        if (taking instanceof Taking.Forgotten) {
            align();
            taking = limits.take(holding);
        }
        return taking;
    }

    void release(Holding holding) {
        limits.release(holding);
    }

    void releaseAll(VmSession session) {
        session.participants().forEach(one -> limits.release(holding(session, one)));
    }

    /** Makes the counts what the record says. */
    public void align() {
        limits.align(() -> sessions.unfinished().stream()
                .filter(session -> !session.state().isOver())
                .flatMap(session -> held(session).stream())
                .toList());
    }

    /** Gives back the places that a visitor held before the record called them by another name. */
    void releaseOf(String visitor, VmSession session) {
        session.participants().forEach(one -> limits.release(new Holding(session.id(), visitor, one.address())));
    }

    static Holding holding(VmSession session, Participant stay) {
        return new Holding(session.id(), stay.userId(), stay.address());
    }

    static List<Holding> held(VmSession session) {
        var owner = session.participants().stream()
                .filter(one -> session.isOwnedBy(one.userId()))
                .limit(1);
        var guests = session.inside().stream().filter(one -> !session.isOwnedBy(one.userId()));
        return Stream.concat(owner, guests).map(one -> holding(session, one)).toList();
    }
}
