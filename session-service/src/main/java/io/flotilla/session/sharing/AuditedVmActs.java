package io.flotilla.session.sharing;

import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.session.audit.Acts;
import io.flotilla.session.vmsession.Control;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.VmAct;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.Witness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Writes down what people do with VM sessions, and what happens to these by itself. */
@ApplicationScoped
public class AuditedVmActs implements Witness {
    private static final Logger LOG = Logger.getLogger(AuditedVmActs.class);

    private final Acts acts;

    public AuditedVmActs(Acts acts) {
        this.acts = acts;
    }

    @Override
    public void changed(VmSession before, VmSession after) {
        VmAct.between(before, after).forEach(act -> {
            try {
                acts.record(entry(act, after));
            } catch (RuntimeException e) {
                LOG.warnf("what happened to VM session %s could not be written down: %s", after.id(), e);
            }
        });
    }

    private AuditEntry entry(VmAct act, VmSession session) {
        return switch (act) {
            case VmAct.Created(Participant owner) ->
                by(
                        owner,
                        of("vm-created", session)
                                .with("platform", session.setup().platform()));
            case VmAct.Shared _ -> by(session, of("vm-shared", session));
            case VmAct.Unshared _ -> by(session, of("vm-unshared", session));
            case VmAct.Joined(Participant who) ->
                by(who, of("vm-joined", session).with("role", who.role().wire()));
            case VmAct.Left(Participant who) -> by(who, of("vm-left", session));
            case VmAct.Kicked(Participant who) -> about(who, of("vm-kicked", session));
            case VmAct.Banned(Participant who) -> about(who, of("vm-banned", session));
            case VmAct.Unbanned(Participant who) -> about(who, of("vm-unbanned", session));
            case VmAct.RoleChanged(Participant who) ->
                about(who, of("vm-role", session).with("role", who.role().wire()));
            case VmAct.ControlChanged(Control control) ->
                by(
                        session,
                        of("vm-control", session)
                                .with("mode", control.mode().wire())
                                .with("turnSeconds", Integer.toString(control.turnSeconds())));
            case VmAct.Ended(var reason) -> by(session, of("vm-ended", session).with("reason", reason.wire()));
        };
    }

    private AuditEntry of(String type, VmSession session) {
        return acts.of(type).with("vm", session.id());
    }

    private static AuditEntry by(Participant who, AuditEntry entry) {
        return entry.by(who.userId(), who.name());
    }

    /** What the owner, who asks, does to somebody. */
    private static AuditEntry about(Participant whom, AuditEntry entry) {
        return entry.with("name", whom.name()).about(whom.userId());
    }

    /** By whoever asks; what happens by itself, or is done by somebody else, concerns the owner. */
    private static AuditEntry by(VmSession session, AuditEntry entry) {
        var actor = Optional.ofNullable(entry.actor());
        var named = actor.flatMap(session::inside).map(who -> by(who, entry)).orElse(entry);
        return actor.filter(session::isOwnedBy).isPresent() ? named : named.about(session.ownerId());
    }
}
