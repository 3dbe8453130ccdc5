package io.flotilla.gateway.admission;

import io.flotilla.gateway.membership.Member;
import io.flotilla.gateway.membership.Members;
import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.vm.VmDirectory;
import io.flotilla.gateway.vm.VmPlace;
import io.flotilla.kit.identity.TokenCheck;
import io.flotilla.kit.identity.TokenClaims.ParticipantClaims;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.revocation.Revocations;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who comes in. Blocks on Redis and, when keys change, on auth-service; thread-safe. */
@Singleton
public final class Doorkeeper {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final String GUEST = "Guest";

    private final ParticipantTokens tokens;
    private final Members members;
    private final VmDirectory vms;
    private final ControlGate control;
    private final Revocations revocations;
    private final InstantSource clock;

    Doorkeeper(
            ParticipantTokens tokens,
            Members members,
            VmDirectory vms,
            ControlGate control,
            Revocations revocations,
            InstantSource clock) {
        this.control = control;
        this.revocations = revocations;
        this.tokens = tokens;
        this.members = members;
        this.vms = vms;
        this.clock = clock;
    }

    /** The connection id names a guest, who has no other name. Never throws for what a stranger sends. */
    public Admission admit(String vmId, SocketToken token, String connectionId) {
        try {
            return switch (token) {
                case SocketToken.None() -> new Admission.Refused(CloseCode.UNAUTHORIZED);
                case SocketToken.Embed embed -> guest(vmId, embed, connectionId);
                case SocketToken.Participant participant -> participant(vmId, participant);
            };
        } catch (Unavailable e) {
            return new Admission.Unknown();
        }
    }

    private Admission guest(String vmId, SocketToken.Embed token, String connectionId) {
        var sha = token.sha256Hex();
        if (vms.embeddedVm(sha).filter(vmId::equals).isEmpty()) {
            return new Admission.Refused(vms.find(vmId).isPresent() ? CloseCode.UNAUTHORIZED : CloseCode.NOT_FOUND);
        }
        return admitted(
                vmId,
                null,
                "guest-" + connectionId,
                null,
                new Member("", GUEST, Role.CONTROLLER),
                new Seat.Claim.Guest(sha));
    }

    private Admission participant(String vmId, SocketToken.Participant token) {
        return switch (tokens.verify(token.jwt())) {
            case TokenCheck.Accepted<ParticipantClaims>(var claims) -> participant(vmId, claims);
            case TokenCheck.Unknown<ParticipantClaims> _ -> new Admission.Unknown();
            case TokenCheck.Refused<ParticipantClaims> _ -> new Admission.Refused(why(token));
        };
    }

    /** What its owner should do about a token that opens nothing. */
    private CloseCode why(SocketToken.Participant token) {
        var claimed = token.claimed();
        if (claimed.sessionId().filter(revocations::isRevoked).isPresent()) {
            return CloseCode.SESSION_OVER;
        }
        return claimed.isOver(clock.instant()) ? CloseCode.TOKEN_EXPIRED : CloseCode.UNAUTHORIZED;
    }

    private Admission participant(String vmId, ParticipantClaims claims) {
        if (!claims.vmId().equals(vmId)) {
            return new Admission.Refused(CloseCode.UNAUTHORIZED);
        }
        Optional<Map<String, Member>> list = members.of(vmId);
        if (list.isEmpty()) {
            // While the VM runs its list of members may have been lost and is on its way back; without either it is
            // over.
            return vms.find(vmId).isPresent()
                    ? new Admission.Refused(CloseCode.UPSTREAM_LOST)
                    : new Admission.Refused(CloseCode.NOT_FOUND);
        }
        var member = list.get().get(claims.participantId());
        if (member == null || !member.userId().equals(claims.subject())) {
            return new Admission.Refused(CloseCode.UNAUTHORIZED);
        }
        var named = member.name().isBlank() ? new Member(member.userId(), claims.name(), member.role()) : member;
        return admitted(
                vmId,
                claims.vmSessionId(),
                claims.participantId(),
                claims.sessionId(),
                named,
                new Seat.Claim.Participant(claims.participantId()));
    }

    private Admission admitted(
            String vmId,
            @Nullable String vmSessionId,
            String participantId,
            @Nullable String sessionId,
            Member member,
            Seat.Claim claim) {
        var mayAct = vmSessionId == null
                ? member.role().mayControl()
                : control.mayAct(vmSessionId, participantId, member.role());
        var place = vms.find(vmId);
        return new Admission.Admitted(new Pass(
                vmId,
                vmSessionId,
                participantId,
                member.userId(),
                sessionId,
                member.name(),
                member.role(),
                mayAct,
                claim,
                place.map(VmPlace::width).orElse(WIDTH),
                place.map(VmPlace::height).orElse(HEIGHT)));
    }
}
