package io.flotilla.session.vmsession;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Something that happened to a VM session and is worth writing down. */
public sealed interface VmAct {
    /** It came to life. */
    record Created(Participant owner) implements VmAct {}

    record Shared() implements VmAct {}

    record Unshared() implements VmAct {}

    record Joined(Participant who) implements VmAct {}

    record Left(Participant who) implements VmAct {}

    record Kicked(Participant who) implements VmAct {}

    record Banned(Participant who) implements VmAct {}

    record Unbanned(Participant who) implements VmAct {}

    record RoleChanged(Participant who) implements VmAct {}

    record ControlChanged(Control control) implements VmAct {}

    /** That everybody is out then goes without saying. */
    record Ended(EndReason reason) implements VmAct {}

    /** What happened between two versions of one session. Pure. */
    static List<VmAct> between(VmSession before, VmSession after) {
        var acts = new ArrayList<VmAct>();
        if (before.state() instanceof VmState.Opening && after.state() instanceof VmState.Live) {
            after.inside(after.ownerId()).map(Created::new).ifPresent(acts::add);
        }
        if (before.isShared() != after.isShared()) {
            acts.add(after.isShared() ? new Shared() : new Unshared());
        }
        if (!before.terms().control().equals(after.terms().control())) {
            acts.add(new ControlChanged(after.terms().control()));
        }
        if (!after.state().isOver()) {
            acts.addAll(ofPeople(before, after));
        }
        if (before.state() instanceof VmState.Live && after.state() instanceof VmState.Ending(var _, var why, var _)) {
            acts.add(new Ended(why));
        }
        return List.copyOf(acts);
    }

    private static List<VmAct> ofPeople(VmSession before, VmSession after) {
        var acts = new ArrayList<VmAct>();
        for (var now : after.participants()) {
            var then = before.stay(now.id());
            if (then.isEmpty()) {
                acts.add(new Joined(now));
            } else {
                ofStay(then.get(), now).ifPresent(acts::add);
            }
        }
        acts.addAll(ofBans(before, after));
        return acts;
    }

    private static Optional<VmAct> ofStay(Participant then, Participant now) {
        if (then.isInside() && now.departure() instanceof Departure(var _, var way)) {
            return switch (way) {
                case LEFT, ENDED -> Optional.of(new Left(now));
                case KICKED -> Optional.of(new Kicked(now));
                case BANNED -> Optional.empty(); // the ban says it
            };
        }
        return then.role() == now.role() ? Optional.empty() : Optional.of(new RoleChanged(now));
    }

    /** One act a user, however often they were inside. */
    private static List<VmAct> ofBans(VmSession before, VmSession after) {
        var lastStays = new LinkedHashMap<String, Participant>();
        after.participants().forEach(one -> lastStays.put(one.userId(), one));
        return lastStays.values().stream()
                .filter(one -> before.isBanned(one.userId()) != after.isBanned(one.userId()))
                .<VmAct>map(one -> after.isBanned(one.userId()) ? new Banned(one) : new Unbanned(one))
                .toList();
    }
}
