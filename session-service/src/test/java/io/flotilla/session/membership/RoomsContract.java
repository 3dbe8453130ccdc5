package io.flotilla.session.membership;

import static io.flotilla.session.vmsession.VmSessionFixtures.ada;
import static io.flotilla.session.vmsession.VmSessionFixtures.bob;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.vmsession.Control;
import io.flotilla.session.vmsession.Departure;
import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Role;
import io.flotilla.session.vmsession.Setup;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessionFixtures;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every read model of rooms promises. */
public abstract class RoomsContract {
    /** Late enough that no store has forgotten it. */
    protected static final Instant THEN = Instant.parse("2100-01-01T12:00:00Z");

    private final String id = UUID.randomUUID().toString();
    private final VmSession live = live(id);

    protected abstract Rooms rooms();

    /** The fields of the room; empty when there is none. */
    protected abstract Map<String, String> room(String sessionId);

    /** The ids of those who may connect now. */
    protected abstract Set<String> inside(String vmId);

    @Test
    void showsWhoIsInsideAndHowTheRoomIsRun() {
        var shown = rooms().show(withBob(live).controlled(new Control(Control.Mode.QUEUED, 30)));

        assertThat(shown).isTrue();
        assertThat(inside(vm(id))).containsExactlyInAnyOrder("p-ada", "p-bob");
        assertThat(room(id))
                .containsEntry("state", "live")
                .containsEntry("vmId", vm(id))
                .containsEntry("ownerId", "ada")
                .containsEntry("shared", "false")
                .containsEntry("mode", "queued")
                .containsEntry("turnSeconds", "30")
                .containsEntry("expiresAt", Long.toString(THEN.plusSeconds(7200).toEpochMilli()))
                .containsEntry("version", "0");
    }

    @Test
    void showsExactlyTheNewestVersion() {
        rooms().show(withBob(live));

        rooms().show(withBob(live).kicked("p-bob", THEN).withVersion(1));

        assertThat(inside(vm(id))).containsExactly("p-ada");
        assertThat(room(id)).containsEntry("version", "1");
    }

    @Test
    void neverGoesBack() {
        rooms().show(withBob(live).kicked("p-bob", THEN).withVersion(7));

        var shown = rooms().show(withBob(live).withVersion(6));

        assertThat(shown).isFalse();
        assertThat(inside(vm(id))).containsExactly("p-ada");
        assertThat(room(id)).containsEntry("version", "7");
    }

    @Test
    void showsTheSameVersionAgain() {
        rooms().show(live);

        assertThat(rooms().show(live)).isTrue();
        assertThat(inside(vm(id))).containsExactly("p-ada");
    }

    @Test
    void letsEverybodyOutOfWhatIsOverAndSaysWhy() {
        rooms().show(withBob(live));

        rooms().show(withBob(live).ending(EndReason.INACTIVE, THEN).withVersion(1));

        assertThat(inside(vm(id))).isEmpty();
        assertThat(room(id)).isEqualTo(Map.of("state", "ended", "vmId", vm(id), "reason", "inactive", "version", "1"));
    }

    @Test
    void opensNothingAgainThatIsOver() {
        rooms().show(live.ending(EndReason.REQUESTED, THEN).withVersion(2));

        rooms().show(live.withVersion(1));

        assertThat(inside(vm(id))).isEmpty();
        assertThat(room(id)).containsEntry("state", "ended");
    }

    @Test
    void hasNoRoomForWhatHasNoVm() {
        var opening = VmSession.open(id, owner(), new Setup("chromium", VmSessionFixtures.TIMEOUTS), THEN);

        assertThat(rooms().show(opening)).isTrue();
        assertThat(rooms().show(opening.ending(EndReason.FAILED, THEN))).isTrue();

        assertThat(room(id)).isEmpty();
    }

    @Test
    void keepsRoomsApart() {
        rooms().show(live);
        rooms().show(live(id + "-2"));

        rooms().show(live.ending(EndReason.REQUESTED, THEN).withVersion(1));

        assertThat(inside(vm(id + "-2"))).containsExactly("p-ada");
        assertThat(room(id + "-2")).containsEntry("state", "live");
    }

    @Test
    void showsTheNewestOfManyVersionsAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.rangeClosed(1, 40)
                    .<Callable<Boolean>>mapToObj(version -> () -> {
                        var even = version % 2 == 0;
                        var there = even ? withBob(live).departed("bob", Departure.Way.LEFT, THEN) : withBob(live);
                        return rooms().show(there.withVersion(version));
                    })
                    .toList();
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }

        assertThat(room(id)).containsEntry("version", "40");
        assertThat(inside(vm(id))).containsExactly("p-ada");
    }

    protected static VmSession live(String sessionId) {
        return VmSession.open(sessionId, owner(), new Setup("chromium", VmSessionFixtures.TIMEOUTS), THEN)
                .live(vm(sessionId), THEN)
                .orElseThrow();
    }

    protected static String vm(String sessionId) {
        return "vm-of-" + sessionId;
    }

    private static Participant owner() {
        return Participant.joining("p-ada", ada(), Role.OWNER, THEN);
    }

    private static VmSession withBob(VmSession session) {
        return session.joined(Participant.joining("p-bob", bob(), Role.CONTROLLER, THEN.plusSeconds(1)));
    }
}
