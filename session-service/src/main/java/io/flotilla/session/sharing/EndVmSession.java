package io.flotilla.session.sharing;

import io.flotilla.session.broker.VmBroker;
import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends VM sessions. The wish is stored first, and is what people see; then everyone is told, all places are freed and the VM is ended.
 * If one of these fails, the wish remains and {@link #finish} is asked again by the reconciler, as often as it takes.
 */
@ApplicationScoped
public class EndVmSession {
    private static final Logger LOG = Logger.getLogger(EndVmSession.class);

    private final ChangeVmSession changes;
    private final ShowRoom rooms;
    private final Places places;
    private final VmBroker broker;
    private final InstantSource clock;

    public EndVmSession(ChangeVmSession changes, ShowRoom rooms, Places places, VmBroker broker, InstantSource clock) {
        this.changes = changes;
        this.rooms = rooms;
        this.places = places;
        this.broker = broker;
        this.clock = clock;
    }

    /** Somebody wants it ended. Granted also when it is over already. */
    public Outcome<VmSession> end(String id, Actor actor) {
        return changes.change(id, found -> Access.END
                        .check(found, actor)
                        .then(session -> Outcome.done(session.ending(EndReason.REQUESTED, clock.instant()))))
                .then(session -> Outcome.done(finish(session)));
    }

    /** It has to end; a session that does not exist or is over needs nothing. */
    public void end(String id, EndReason reason) {
        wish(id, reason).ifPresent(this::finish);
    }

    /** The VM is known to be gone. */
    public void vmGone(String id, EndReason reason) {
        wish(id, reason).ifPresent(session -> finish(session, () -> {}));
    }

    /** Carries a stored wish out; anything that fails is left for the next time. */
    public VmSession finish(VmSession session) {
        return finish(session, () -> endVm(session));
    }

    private VmSession finish(VmSession session, Runnable vmEnd) {
        if (!(session.state() instanceof VmState.Ending)) {
            return session;
        }
        boolean told = tried(session, () -> rooms.showAndTell(session, null, "ended"));
        boolean freed = tried(session, () -> places.releaseAll(session));
        boolean gone = tried(session, vmEnd);
        if (!(told && freed && gone)) {
            return session;
        }
        var ended = changes.change(
                session.id(), found -> Outcome.done(found.orElse(session).ended(clock.instant())));
        return ended instanceof Outcome.Done<VmSession>(VmSession value) ? value : session;
    }

    private Optional<VmSession> wish(String id, EndReason reason) {
        var wished = changes.change(id, found -> Access.END
                .check(found, new Actor("", true))
                .then(session -> Outcome.done(session.ending(reason, clock.instant()))));
        return wished instanceof Outcome.Done<VmSession>(VmSession session) ? Optional.of(session) : Optional.empty();
    }

    /** Without a known VM there may still be one: an order whose answer never came. */
    private void endVm(VmSession session) {
        session.vmId().ifPresentOrElse(broker::end, () -> broker.running().stream()
                .filter(vm -> vm.tag().equals(Optional.of(session.id())))
                .forEach(vm -> broker.end(vm.vmId())));
    }

    private static boolean tried(VmSession session, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("VM session %s is not fully ended yet: %s", session.id(), e);
            return false;
        }
    }
}
