package io.flotilla.session.vmsession;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Reads, decides, stores, and begins anew when somebody else was faster. The decision is asked again each time, so it must not act. */
@ApplicationScoped
public class ChangeVmSession {
    /** Each lost race means somebody else's change went through; far more changes of one session at once than people can make. */
    private static final int ATTEMPTS = 200;

    private final VmSessions sessions;
    private final Witness witness;

    public ChangeVmSession(VmSessions sessions, Witness witness) {
        this.sessions = sessions;
        this.witness = witness;
    }

    /**
     * Changes one session.
     *
     * @param decision the session after the change, or the same value when there is nothing to change, or why not
     * @return the session as stored
     */
    public Outcome<VmSession> change(String id, Function<Optional<VmSession>, Outcome<VmSession>> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = sessions.find(id);
            var decided = decision.apply(before);
            if (!(decided instanceof Outcome.Done<VmSession>(VmSession after)) || before.equals(Optional.of(after))) {
                return decided;
            }
            var stored = sessions.replace(after);
            if (stored.isPresent()) {
                before.ifPresent(one -> witness.changed(one, stored.get()));
                return Outcome.done(stored.get());
            }
        }
        throw new IllegalStateException("VM session " + id + " changes faster than it can be changed");
    }
}
