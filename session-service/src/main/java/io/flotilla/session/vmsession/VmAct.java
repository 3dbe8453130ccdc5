package io.flotilla.session.vmsession;

import java.util.ArrayList;
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
        if (!after.state().isOver()) {
            after.participants().stream()
                    .filter(one -> stay(before, one.id()).isEmpty())
                    .forEach(one -> acts.add(new Joined(one)));
            before.inside().stream()
                    .filter(one ->
                            stay(after, one.id()).filter(Participant::isInside).isEmpty())
                    .forEach(one -> acts.add(new Left(one)));
        }
        if (before.state() instanceof VmState.Live && after.state() instanceof VmState.Ending(var _, var why, var _)) {
            acts.add(new Ended(why));
        }
        return List.copyOf(acts);
    }

    private static Optional<Participant> stay(VmSession session, String id) {
        return session.participants().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }
}
