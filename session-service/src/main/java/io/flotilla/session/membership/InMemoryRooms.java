package io.flotilla.session.membership;

import io.flotilla.session.vmsession.VmSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The read model for one process: for tests, which see what was announced. */
public final class InMemoryRooms implements Rooms {
    /** What the gateway was told. */
    public record Announcement(String vmId, @Nullable String participantId, String reason) {}

    private final Map<String, Shown> shown = new ConcurrentHashMap<>();
    private final List<Announcement> announced = new CopyOnWriteArrayList<>();

    public Optional<Shown> of(String vmSessionId) {
        return Optional.ofNullable(shown.get(vmSessionId));
    }

    public List<Announcement> announced() {
        return List.copyOf(announced);
    }

    /** As Redis may. */
    public void forgetAll() {
        shown.clear();
    }

    @Override
    public boolean show(VmSession session) {
        var wanted = Shown.of(session);
        return wanted.isEmpty()
                || shown.merge(
                                session.id(),
                                wanted.get(),
                                (before, after) -> before.version() > after.version() ? before : after)
                        .equals(wanted.get());
    }

    @Override
    public void tell(VmSession session, @Nullable String participantId, String reason) {
        session.vmId().ifPresent(vmId -> announced.add(new Announcement(vmId, participantId, reason)));
    }
}
