package io.flotilla.session.vmsession;

import java.time.Duration;
import java.time.Instant;

/** VM sessions and people that read aloud. */
public final class VmSessionFixtures {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofHours(2), Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofSeconds(60));
    public static final String ID = "k3fw-9dpt-x2mn-7hqa";

    private VmSessionFixtures() {}

    public static Person ada() {
        return new Person("ada", "Ada", "192.0.2.1");
    }

    public static Person bob() {
        return new Person("bob", "Bob", "192.0.2.2");
    }

    public static Actor actor(Person person) {
        return new Actor(person.userId(), false);
    }

    public static Participant stay(Person person, Role role) {
        return Participant.joining("stay-of-" + person.userId(), person, role, NOON);
    }

    public static VmSession openingOf(Person owner) {
        return openingOf(ID, owner);
    }

    public static VmSession openingOf(String id, Person owner) {
        return VmSession.open(
                id,
                Participant.joining(id + "-" + owner.userId(), owner, Role.OWNER, NOON),
                new Setup("chromium", TIMEOUTS),
                NOON);
    }

    public static VmSession liveOf(Person owner) {
        return liveOf(ID, owner);
    }

    public static VmSession liveOf(String id, Person owner) {
        return openingOf(id, owner).live("vm-of-" + id, NOON).orElseThrow();
    }

    public static VmSession endingOf(Person owner) {
        return liveOf(owner).ending(EndReason.REQUESTED, NOON);
    }

    public static VmSession endedOf(Person owner) {
        return endingOf(owner).ended(NOON);
    }
}
