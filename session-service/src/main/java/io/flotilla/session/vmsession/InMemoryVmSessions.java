package io.flotilla.session.vmsession;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The record for one process and one life of it: for tests. */
public final class InMemoryVmSessions implements VmSessions {
    private final ConcurrentHashMap<String, VmSession> byId = new ConcurrentHashMap<>();

    @Override
    public Optional<VmSession> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<VmSession> findByVm(String vmId) {
        return where(one -> one.vmId().equals(Optional.of(vmId))).stream().findFirst();
    }

    @Override
    public Optional<Standing> standing(String id, String userId) {
        return find(id).map(session -> Standing.of(session, userId));
    }

    @Override
    public Map<String, String> usersOf(String id, Collection<String> participantIds) {
        return find(id).stream()
                .flatMap(session -> session.participants().stream())
                .filter(one -> participantIds.contains(one.id()))
                .collect(Collectors.toMap(Participant::id, Participant::userId));
    }

    @Override
    public VmSession insert(VmSession session) {
        var stored = session.withVersion(0);
        if (byId.putIfAbsent(session.id(), stored) != null) {
            throw new IllegalStateException("VM session " + session.id() + " exists");
        }
        return stored;
    }

    @Override
    public Optional<VmSession> replace(VmSession session) {
        var present = byId.get(session.id());
        if (present == null || present.version() != session.version()) {
            return Optional.empty();
        }
        var stored = session.withVersion(session.version() + 1);
        return byId.replace(session.id(), present, stored) ? Optional.of(stored) : Optional.empty();
    }

    @Override
    public List<VmSession> ofUser(String userId) {
        return where(one -> !one.state().isOver()
                && (one.isOwnedBy(userId) || one.inside(userId).isPresent()));
    }

    @Override
    public void handOver(String visitor, String account, Instant now) {
        byId.replaceAll((_, one) -> one.isOwnedBy(visitor) || one.knows(visitor)
                ? one.handedOver(visitor, account, now).withVersion(one.version() + 1)
                : one);
    }

    @Override
    public List<VmSession> unfinished() {
        return where(one -> !(one.state() instanceof VmState.Ended));
    }

    @Override
    public int forgetEndedBefore(Instant limit) {
        var old = where(
                one -> one.state() instanceof VmState.Ended ended && ended.at().isBefore(limit));
        old.forEach(one -> byId.remove(one.id()));
        return old.size();
    }

    private List<VmSession> where(Predicate<VmSession> wanted) {
        return byId.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(VmSession::createdAt).reversed())
                .toList();
    }
}
