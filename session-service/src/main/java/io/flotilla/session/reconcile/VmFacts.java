package io.flotilla.session.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.session.sharing.EndVmSession;
import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What the broker tells about VMs. A fact may come twice, late, or about a VM that is not ours; one we cannot read is noted and skipped,
 * for it would not read better the next time.
 */
@ApplicationScoped
public class VmFacts {
    private static final Logger LOG = Logger.getLogger(VmFacts.class);

    private final VmSessions sessions;
    private final EndVmSession ends;
    private final ObjectMapper json;

    public VmFacts(VmSessions sessions, EndVmSession ends, ObjectMapper json) {
        this.sessions = sessions;
        this.ends = ends;
        this.json = json;
    }

    /** Throws when it could not be acted on now; then it has to come again. */
    public void heard(String fact) {
        var read = read(fact);
        if (!read.path("type").asText().equals("vm.ended")) {
            return;
        }
        var vmId = read.path("vmId").asText();
        sessionOf(vmId, read.path("tag").asText())
                .ifPresent(session -> ends.vmGone(
                        session.id(), EndReason.ofWire(read.path("reason").asText())));
    }

    /** By the VM, else by the tag of a session that does not know its VM yet. */
    private Optional<VmSession> sessionOf(String vmId, String tag) {
        return sessions.findByVm(vmId)
                .or(() -> sessions.find(tag).filter(session -> session.vmId().isEmpty()));
    }

    private JsonNode read(String fact) {
        try {
            return json.readTree(fact);
        } catch (JsonProcessingException e) {
            LOG.warnf("a fact about VMs that is no JSON is skipped");
            return json.missingNode();
        }
    }
}
