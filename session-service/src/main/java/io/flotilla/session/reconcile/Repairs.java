package io.flotilla.session.reconcile;

import io.flotilla.session.broker.RunningVm;
import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides what to repair. Pure. */
final class Repairs {
    /** The shape of our ids: VMs that others started with tags of their own are none of our business. */
    private static final Pattern OURS = Pattern.compile("[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}");

    private Repairs() {}

    /**
     * @param running all VMs there were at {@code listedAt}; empty when that is not known
     * @param patience what is half done for longer was abandoned
     */
    static List<Repair> plan(
            Collection<VmSession> unfinished, Optional<List<RunningVm>> running, Instant listedAt, Duration patience) {
        return unfinished.stream()
                .flatMap(session -> plan(session, running, listedAt, patience).stream())
                .toList();
    }

    private static Optional<Repair> plan(
            VmSession session, Optional<List<RunningVm>> running, Instant listedAt, Duration patience) {
        return switch (session.state()) {
            case VmState.Opening opening ->
                opening.since().plus(patience).isBefore(listedAt)
                        ? Optional.of(new Repair.End(session, EndReason.FAILED))
                        : Optional.empty();
            case VmState.Live live -> plan(session, live, running, listedAt, patience);
            case VmState.Ending _ -> Optional.of(new Repair.Finish(session));
            case VmState.Ended _ -> Optional.empty();
        };
    }

    private static Optional<Repair> plan(
            VmSession session,
            VmState.Live live,
            Optional<List<RunningVm>> running,
            Instant listedAt,
            Duration patience) {
        if (live.expiresAt().plus(patience).isBefore(listedAt)) {
            return Optional.of(new Repair.End(session, EndReason.ABSOLUTE));
        }
        var missing = running.isPresent()
                && running.get().stream().noneMatch(vm -> vm.vmId().equals(live.vmId()));
        return missing && live.since().isBefore(listedAt)
                ? Optional.of(new Repair.EndIfGone(session, live.vmId(), EndReason.BROKER_LOST))
                : Optional.empty();
    }

    static boolean isOurs(String tag) {
        return OURS.matcher(tag).matches();
    }

    /**
     * Whether a VM with a tag of ours belongs to no session any more.
     *
     * @param owner the session its tag names
     * @param bornBefore younger VMs may belong to a session that is being recorded right now
     */
    static boolean isNobodys(RunningVm vm, Optional<VmSession> owner, Instant bornBefore) {
        if (owner.isEmpty()) {
            return vm.createdAt().isBefore(bornBefore);
        }
        return switch (owner.get().state()) {
            case VmState.Opening _, VmState.Ending _ -> false;
            case VmState.Live live ->
                !live.vmId().equals(vm.vmId()) && vm.createdAt().isBefore(bornBefore);
            case VmState.Ended _ -> true;
        };
    }

    /** Live sessions with their VMs. */
    static List<VmSession> live(Collection<VmSession> unfinished) {
        return unfinished.stream()
                .filter(session -> session.state() instanceof VmState.Live)
                .toList();
    }
}
