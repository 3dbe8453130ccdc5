package io.flotilla.session.vmsession;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One shared browser: whose it is, what state it is in, who is and was inside. Immutable; every step gives a new value, which
 * {@link VmSessions#replace} stores only if nobody was faster.
 *
 * @param sharedAt null while strangers may not join
 * @param participants stays, past ones included, in order of joining
 * @param version of the record this value was read from; 0 before it is stored
 */
public record VmSession(
        String id,
        String ownerId,
        Instant createdAt,
        Setup setup,
        VmState state,
        @Nullable Instant sharedAt,
        List<Participant> participants,
        long version) {

    public VmSession {
        participants = participants.stream()
                .sorted(Comparator.comparing(Participant::joinedAt).thenComparing(Participant::id))
                .toList();
    }

    public static VmSession open(String id, Participant owner, Setup setup, Instant now) {
        return new VmSession(id, owner.userId(), now, setup, new VmState.Opening(now), null, List.of(owner), 0);
    }

    public boolean isShared() {
        return sharedAt != null;
    }

    public boolean isOwnedBy(String userId) {
        return ownerId.equals(userId);
    }

    public List<Participant> inside() {
        return participants.stream().filter(Participant::isInside).toList();
    }

    /** This user's present stay. */
    public Optional<Participant> inside(String userId) {
        return inside().stream().filter(one -> one.userId().equals(userId)).findFirst();
    }

    /** Whether this user is or ever was inside. */
    public boolean knows(String userId) {
        return participants.stream().anyMatch(one -> one.userId().equals(userId));
    }

    public Optional<Instant> lastJoinedAt() {
        return participants.stream().map(Participant::joinedAt).max(Comparator.naturalOrder());
    }

    /** The VM, once it was known. */
    public Optional<String> vmId() {
        return switch (state) {
            case VmState.Opening _ -> Optional.empty();
            case VmState.Live live -> Optional.of(live.vmId());
            case VmState.Ending ending -> Optional.ofNullable(ending.vmId());
            case VmState.Ended ended -> Optional.ofNullable(ended.vmId());
        };
    }

    /** Empty when it is no longer opening: somebody ended it meanwhile. */
    public Optional<VmSession> live(String vmId, Instant now) {
        return state instanceof VmState.Opening opening
                ? Optional.of(with(
                        opening.live(vmId, now, createdAt.plus(setup.timeouts().absolute()))))
                : Optional.empty();
    }

    /** A second wish to end changes nothing: the first reason stays. */
    public VmSession ending(EndReason reason, Instant now) {
        return switch (state) {
            case VmState.Opening opening -> with(opening.ending(reason, now));
            case VmState.Live live -> with(live.ending(reason, now));
            case VmState.Ending _, VmState.Ended _ -> this;
        };
    }

    /** The VM of a session that is ending is surely gone, and nobody is inside any more. */
    public VmSession ended(Instant now) {
        return state instanceof VmState.Ending ending
                ? with(ending.ended()).withParticipants(one -> one.left(now))
                : this;
    }

    public VmSession shared(Instant now) {
        return isShared() ? this : new VmSession(id, ownerId, createdAt, setup, state, now, participants, version);
    }

    public VmSession unshared() {
        return new VmSession(id, ownerId, createdAt, setup, state, null, participants, version);
    }

    public VmSession joined(Participant newcomer) {
        var more = new ArrayList<>(participants);
        more.add(newcomer);
        return new VmSession(id, ownerId, createdAt, setup, state, sharedAt, more, version);
    }

    public VmSession left(String userId, Instant now) {
        return withParticipants(one -> one.userId().equals(userId) ? one.left(now) : one);
    }

    /**
     * A visitor signed in: what was theirs is the account's. Where both are inside, the visitor's stay ends, for one person is inside once.
     */
    public VmSession handedOver(String visitor, String account, Instant now) {
        var owner = isOwnedBy(visitor) ? account : ownerId;
        boolean twice = inside(account).isPresent();
        var stays = participants.stream()
                .map(one -> one.userId().equals(visitor) && twice ? one.left(now) : one)
                .map(one -> Set.of(visitor, account).contains(one.userId())
                        ? one.of(account, one.isInside() && owner.equals(account) ? Role.OWNER : one.role())
                        : one)
                .toList();
        return new VmSession(id, owner, createdAt, setup, state, sharedAt, stays, version);
    }

    public VmSession withVersion(long stored) {
        return new VmSession(id, ownerId, createdAt, setup, state, sharedAt, participants, stored);
    }

    private VmSession with(VmState next) {
        return new VmSession(id, ownerId, createdAt, setup, next, sharedAt, participants, version);
    }

    private VmSession withParticipants(Function<Participant, Participant> change) {
        var changed = participants.stream().map(change).toList();
        return new VmSession(id, ownerId, createdAt, setup, state, sharedAt, changed, version);
    }
}
