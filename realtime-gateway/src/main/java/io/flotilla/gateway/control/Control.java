package io.flotilla.gateway.control;

import io.flotilla.gateway.protocol.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lease of a room, and who waits for it. Immutable; every act answers what would become of it. Acts that change nothing answer this
 * very lease, so that they may be repeated.
 *
 * @param turn how long a turn is, where people take turns
 * @param queue in the order of asking
 * @param version grows with every change
 */
public record Control(Mode mode, Duration turn, Optional<Holder> holder, List<Waiting> queue, long version) {
    private static final int LONGEST_QUEUE = 100;

    public Control {
        queue = List.copyOf(queue);
    }

    /**
     * Who has control.
     *
     * @param granted by the owner: then also a viewer may act
     * @param turnEndsAt null while nobody waits for a turn
     * @param awaySince null while connected
     */
    public record Holder(
            String participantId,
            Instant since,
            boolean granted,
            @Nullable Instant turnEndsAt,
            @Nullable Instant awaySince) {
        boolean is(String who) {
            return participantId.equals(who);
        }
    }

    /**
     * Who waits.
     *
     * @param may follows by itself; a viewer doesn't
     * @param awaySince null while connected
     */
    public record Waiting(
            String participantId, boolean may, @Nullable Instant awaySince) {}

    /** Somebody's act or time's; refused acts change nothing. */
    public sealed interface Outcome {
        record Becomes(Control control) implements Outcome {}

        record Forbidden(String why) implements Outcome {}
    }

    /** Nobody has it, nobody waits. */
    public static Control fresh(Mode mode, Duration turn, long version) {
        return new Control(mode, turn, Optional.empty(), List.of(), version);
    }

    /** Whether this participant may act now. */
    public boolean mayAct(String participantId, Role role, boolean ownerIsHere) {
        var holds = holder.filter(one -> one.is(participantId)).isPresent();
        var granted = holds && holder.get().granted();
        return switch (mode) {
            case FREE -> role.mayControl() || granted;
            case SINGLE, QUEUED -> holds && (role.mayControl() || granted);
            case SUPERVISED -> ownerIsHere && holds && (role.mayControl() || granted);
        };
    }

    public Outcome request(String who, Role role, Instant now) {
        if (holder.filter(one -> one.is(who)).isPresent() || waits(who) || (mode == Mode.FREE && role.mayControl())) {
            return becomes(this);
        }
        var mayNow = mode == Mode.SUPERVISED ? role == Role.OWNER : role.mayControl();
        if (mode != Mode.FREE && holder.isEmpty() && mayNow) {
            return becomes(held(who, false, now));
        }
        if (queue.size() >= LONGEST_QUEUE) {
            return new Outcome.Forbidden("Too many wait for control");
        }
        var longer = new ArrayList<>(queue);
        longer.add(new Waiting(who, role.mayControl(), null));
        return becomes(with(holder, longer).timed(now));
    }

    public Outcome release(String who, Instant now) {
        var rest = with(holder, without(who));
        if (holder.filter(one -> one.is(who)).isPresent()) {
            return becomes(rest.next(now));
        }
        return becomes(waits(who) ? rest.timed(now) : this);
    }

    public Outcome take(String who, Role role, Instant now) {
        if (role != Role.OWNER && (mode != Mode.SINGLE || !role.mayControl())) {
            return new Outcome.Forbidden("Only the owner may take control");
        }
        if (mode == Mode.FREE) {
            // Everybody has it but whom it was granted to besides.
            return becomes(holder.isEmpty() ? this : with(Optional.empty(), queue));
        }
        return becomes(holder.filter(one -> one.is(who)).isPresent() ? this : held(who, false, now));
    }

    /** By the owner. */
    public Outcome grant(String to, Role role, Instant now) {
        if (mode == Mode.FREE && role.mayControl()) {
            return becomes(this);
        }
        var has = holder.filter(one -> one.is(to) && one.granted()).isPresent();
        return becomes(has ? this : held(to, true, now));
    }

    /** Whoever had control has it no more. */
    public Control in(Mode other, Duration otherTurn) {
        if (mode == other) {
            return turn.equals(otherTurn) ? this : new Control(mode, otherTurn, holder, queue, version + 1);
        }
        return fresh(other, otherTurn, version + 1);
    }

    /** Time has passed: takes control and places from those who are gone, and ends turns. */
    public Control at(Instant now, Map<String, Role> present, Duration grace) {
        var stay = new ArrayList<Waiting>();
        for (var one : queue) {
            var role = present.get(one.participantId());
            var away = role != null ? null : Objects.requireNonNullElse(one.awaySince(), now);
            if (away == null || away.plus(grace).isAfter(now)) {
                stay.add(new Waiting(one.participantId(), role == null ? one.may() : role.mayControl(), away));
            }
        }
        var looked = with(holder.map(one -> seen(one, present, now)), stay);
        var settled = looked.isLost(now, present, grace) ? looked.next(now) : looked.timed(now);
        return settled.sameAs(this) ? this : settled.numbered(version + 1);
    }

    private static Holder seen(Holder one, Map<String, Role> present, Instant now) {
        var here = present.containsKey(one.participantId());
        var away = here ? null : Objects.requireNonNullElse(one.awaySince(), now);
        return new Holder(one.participantId(), one.since(), one.granted(), one.turnEndsAt(), away);
    }

    private boolean isLost(Instant now, Map<String, Role> present, Duration grace) {
        return holder.filter(one -> {
                    var role = present.get(one.participantId());
                    var gone = one.awaySince() != null
                            && !one.awaySince().plus(grace).isAfter(now);
                    var demoted = role != null && !role.mayControl() && !one.granted();
                    return gone || demoted;
                })
                .isPresent();
    }

    private Control held(String who, boolean granted, Instant now) {
        var rest = without(who);
        return with(Optional.of(new Holder(who, now, granted, null, null)), rest)
                .timed(now);
    }

    /** Control is free: whoever may follow by itself does. */
    private Control next(Instant now) {
        var follower = mode.passesOn()
                ? queue.stream()
                        .filter(one -> one.may() && one.awaySince() == null)
                        .findFirst()
                : Optional.<Waiting>empty();
        return follower.map(one -> held(one.participantId(), false, now))
                .orElseGet(() -> with(Optional.empty(), queue));
    }

    /** The turn ends when somebody waits for it, and is over at its end. */
    private Control timed(Instant now) {
        if (mode != Mode.QUEUED) {
            return this;
        }
        if (holder.isEmpty()) {
            return next(now);
        }
        var one = holder.get();
        var waited = queue.stream().anyMatch(other -> other.may() && other.awaySince() == null);
        var end = waited ? one.since().plus(turn) : null;
        if (end != null && !end.isAfter(now)) {
            return next(now);
        }
        return with(
                Optional.of(new Holder(one.participantId(), one.since(), one.granted(), end, one.awaySince())), queue);
    }

    private boolean waits(String who) {
        return queue.stream().anyMatch(one -> one.participantId().equals(who));
    }

    private List<Waiting> without(String who) {
        return queue.stream().filter(one -> !one.participantId().equals(who)).toList();
    }

    private Control with(Optional<Holder> other, List<Waiting> others) {
        return new Control(mode, turn, other, others, version);
    }

    /** One version further, however many steps it took. */
    private Outcome becomes(Control next) {
        return new Outcome.Becomes(next.sameAs(this) ? this : next.numbered(version + 1));
    }

    private Control numbered(long number) {
        return new Control(mode, turn, holder, queue, number);
    }

    private boolean sameAs(Control other) {
        return numbered(other.version).equals(other);
    }
}
