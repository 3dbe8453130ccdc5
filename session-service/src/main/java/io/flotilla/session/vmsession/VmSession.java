package io.flotilla.session.vmsession;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One shared browser: whose it is, what state it is in, who is and was inside. Immutable; every step gives a new value, which
 * {@link VmSessions#replace} stores only if nobody was faster.
 *
 * @param terms what the owner has decided
 * @param participants stays, past ones included, in order of joining
 * @param version of the record this value was read from; 0 before it is stored
 */
public record VmSession(
        String id,
        String ownerId,
        Instant createdAt,
        Setup setup,
        VmState state,
        Terms terms,
        List<Participant> participants,
        long version) {

    public VmSession {
        participants = participants.stream()
                .sorted(Comparator.comparing(Participant::joinedAt).thenComparing(Participant::id))
                .toList();
    }

    public static VmSession open(String id, Participant owner, Setup setup, Instant now) {
        return new VmSession(
                id, owner.userId(), now, setup, new VmState.Opening(now), Terms.AT_FIRST, List.of(owner), 0);
    }

    public boolean isShared() {
        return sharedAt() != null;
    }

    /** Null while strangers may not join. */
    public @Nullable Instant sharedAt() {
        return terms.sharedAt();
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

    /** A stay, past or present. */
    public Optional<Participant> stay(String participantId) {
        return participants.stream()
                .filter(one -> one.id().equals(participantId))
                .findFirst();
    }

    public boolean isBanned(String userId) {
        return participants.stream().anyMatch(one -> one.userId().equals(userId) && one.isBanned());
    }

    /** What this user is when they come in. */
    public Role roleFor(String userId) {
        return isOwnedBy(userId) ? Role.OWNER : PastStays.lastRole(participants, userId);
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
                ? with(ending.ended()).each(one -> one.departed(Departure.Way.ENDED, now))
                : this;
    }

    public VmSession shared(Instant now) {
        return isShared() ? this : with(new Terms(now, terms.control()));
    }

    public VmSession unshared() {
        return with(new Terms(null, terms.control()));
    }

    public VmSession controlled(Control control) {
        return with(new Terms(sharedAt(), control));
    }

    public VmSession joined(Participant newcomer) {
        return with(PastStays.with(participants, newcomer));
    }

    /** The user's present stay, if there is one, ends. */
    public VmSession departed(String userId, Departure.Way way, Instant now) {
        return each(userId, one -> one.departed(way, now));
    }

    /** That stay ends by the owner's wish; the user may come back. */
    public VmSession kicked(String participantId, Instant now) {
        return each(one -> one.id().equals(participantId) ? one.departed(Departure.Way.KICKED, now) : one);
    }

    /** The user is out and does not come in again until they are {@link #pardoned}. */
    public VmSession banned(String userId, Instant now) {
        return each(userId, one -> one.departed(Departure.Way.BANNED, now).banned(now));
    }

    public VmSession pardoned(String userId) {
        return each(userId, Participant::pardoned);
    }

    /** The user's present stay has this role from now on. */
    public VmSession withRole(String userId, Role role) {
        return each(userId, one -> one.isInside() ? one.as(role) : one);
    }

    /**
     * A visitor signed in: what was theirs is the account's, bans too unless the account is inside already or owns the session. Where both
     * are inside, the visitor's stay ends, for one person is inside once.
     */
    public VmSession handedOver(String visitor, String account, Instant now) {
        var owner = isOwnedBy(visitor) ? account : ownerId;
        boolean twice = inside(account).isPresent();
        var handed = new VmSession(id, owner, createdAt, setup, state, terms, participants, version)
                .each(visitor, one -> (twice ? one.departed(Departure.Way.LEFT, now) : one).of(account));
        var free = twice || handed.isOwnedBy(account) ? handed.pardoned(account) : handed;
        return free.isOwnedBy(account) ? free.withRole(account, Role.OWNER) : free;
    }

    public VmSession withVersion(long stored) {
        return new VmSession(id, ownerId, createdAt, setup, state, terms, participants, stored);
    }

    private VmSession with(VmState next) {
        return new VmSession(id, ownerId, createdAt, setup, next, terms, participants, version);
    }

    private VmSession with(Terms next) {
        return new VmSession(id, ownerId, createdAt, setup, state, next, participants, version);
    }

    private VmSession with(List<Participant> stays) {
        return new VmSession(id, ownerId, createdAt, setup, state, terms, stays, version);
    }

    private VmSession each(String userId, UnaryOperator<Participant> change) {
        return each(one -> one.userId().equals(userId) ? change.apply(one) : one);
    }

    private VmSession each(UnaryOperator<Participant> change) {
        return with(participants.stream().map(change).toList());
    }
}
