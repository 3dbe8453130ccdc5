package io.flotilla.session.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The read model for one process: for tests, which see what was announced. */
public final class InMemoryMembers implements Members {
    /** What the gateway was told. */
    public record Announcement(String vmId, @Nullable String participantId, String reason) {}

    private final Map<String, Map<String, Member>> byVm = new ConcurrentHashMap<>();
    private final List<Announcement> announced = new CopyOnWriteArrayList<>();

    public Collection<Member> of(String vmId) {
        return List.copyOf(byVm.getOrDefault(vmId, Map.of()).values());
    }

    public List<Announcement> announced() {
        return List.copyOf(announced);
    }

    @Override
    public void put(String vmId, Member member) {
        byVm.computeIfAbsent(vmId, _ -> new ConcurrentHashMap<>()).put(member.participantId(), member);
    }

    @Override
    public void remove(String vmId, String participantId, String reason) {
        byVm.computeIfPresent(vmId, (_, members) -> {
            members.remove(participantId);
            return members;
        });
        announced.add(new Announcement(vmId, participantId, reason));
    }

    @Override
    public void removeAll(String vmId, String reason) {
        byVm.remove(vmId);
        announced.add(new Announcement(vmId, null, reason));
    }

    @Override
    public void align(String vmId, Collection<Member> members) {
        byVm.put(vmId, members.stream().collect(Collectors.toConcurrentMap(Member::participantId, member -> member)));
    }
}
