package io.flotilla.gateway.membership;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.vm.VmDirectory;
import io.flotilla.kit.problem.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Takes seats from those who lost them: at once when the channel says so, and at each look for whatever the channel missed. A list that
 * is gone altogether may be one that Redis lost, so it is waited for; one that cannot be read decides nothing. The methods block and
 * exclude one another.
 */
final class MembershipWatch {
    private static final Logger LOG = Logger.getLogger(MembershipWatch.class);

    private final Seats seats;
    private final Members members;
    private final VmDirectory vms;
    private final InstantSource clock;
    private final Duration grace;
    private final Map<Missing, Instant> missingSince = new HashMap<>();

    MembershipWatch(Seats seats, Members members, VmDirectory vms, InstantSource clock, Duration grace) {
        this.seats = seats;
        this.members = members;
        this.vms = vms;
        this.clock = clock;
        this.grace = grace;
    }

    /** The list of a VM's members, or one of its embed tokens. */
    private record Missing(String vmId, String what) {
        static Missing list(String vmId) {
            return new Missing(vmId, "members");
        }
    }

    synchronized void heard(String message) {
        MembershipChange.of(message).ifPresent(change -> {
            var unclear = false;
            for (var seat : seats.at(change.vmId())) {
                var verdict = Verdict.byWord(change, seat.claim());
                verdict.ifPresent(clear -> carryOut(clear, seat));
                unclear |= verdict.isEmpty();
            }
            if (unclear) {
                look(change.vmId(), change.reason().equals("unshared"));
            }
        });
    }

    synchronized void look() {
        var open = seats.vms();
        missingSince.keySet().removeIf(missing -> !open.contains(missing.vmId()));
        open.forEach(vmId -> look(vmId, false));
    }

    private void look(String vmId, boolean unshared) {
        try {
            lookAtParticipants(vmId, unshared);
            lookAtGuests(vmId);
        } catch (Unavailable e) {
            LOG.debugf(e, "Memberships of %s cannot be checked now", vmId);
        }
    }

    private void lookAtParticipants(String vmId, boolean unshared) {
        var list = members.of(vmId);
        if (list.isPresent()) {
            missingSince.remove(Missing.list(vmId));
        }
        for (var seat : seats.at(vmId)) {
            if (seat.claim() instanceof Seat.Claim.Participant participant) {
                var verdict = list.map(them -> Verdict.byList(participant, seat.role(), them))
                        .orElseGet(() -> waitFor(Missing.list(vmId)));
                var gone = unshared && verdict instanceof Verdict.Goes;
                carryOut(gone ? new Verdict.Goes(CloseCode.KICKED, "unshared") : verdict, seat);
            }
        }
    }

    private void lookAtGuests(String vmId) {
        for (var seat : seats.at(vmId)) {
            if (seat.claim() instanceof Seat.Claim.Guest(var sha)) {
                if (vms.embeddedVm(sha).filter(vmId::equals).isPresent()) {
                    missingSince.remove(new Missing(vmId, sha));
                } else {
                    carryOut(waitFor(new Missing(vmId, sha)), seat);
                }
            }
        }
    }

    private Verdict waitFor(Missing missing) {
        var now = clock.instant();
        var since = missingSince.computeIfAbsent(missing, key -> now);
        return since.plus(grace).isAfter(now) ? new Verdict.Stays() : new Verdict.Goes(CloseCode.ENDED);
    }

    private static void carryOut(Verdict verdict, Seat seat) {
        switch (verdict) {
            case Verdict.Stays() -> {}
            case Verdict.Becomes(var role) -> seat.role(role);
            case Verdict.Goes(var code, var reason) -> seat.close(code, reason);
        }
    }
}
