package io.flotilla.session.studynews;

import io.flotilla.session.studysession.StudySession;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import io.flotilla.session.vmsession.VmState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who hears of a study session: its owner, and with a VM session whoever is in that just now. */
@ApplicationScoped
public class Audience {
    private final VmSessions vmSessions;

    public Audience(VmSessions vmSessions) {
        this.vmSessions = vmSessions;
    }

    /** User ids. */
    public Set<String> of(StudySession session) {
        var users = new HashSet<String>();
        users.add(session.ownerId());
        live(session.beginning().vmSessionId())
                .ifPresent(vm -> vm.inside().stream().map(Participant::userId).forEach(users::add));
        return users;
    }

    /** Whether that user is in that VM session just now. */
    public boolean takesPart(String userId, String vmSessionId) {
        return live(vmSessionId).flatMap(vm -> vm.inside(userId)).isPresent();
    }

    private Optional<VmSession> live(@Nullable String vmSessionId) {
        return Optional.ofNullable(vmSessionId)
                .flatMap(vmSessions::find)
                .filter(vm -> vm.state() instanceof VmState.Live);
    }
}
