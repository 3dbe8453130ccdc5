package io.flotilla.session.vmsession;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a person in a VM session. Who leaves and comes back is a new participant, so that the token of the first stay opens
 * nothing any more.
 *
 * @param name as the others see it
 * @param address the client address whose limit this stay counts against
 * @param leftAt null while inside
 */
public record Participant(
        String id,
        String userId,
        String name,
        Role role,
        String address,
        Instant joinedAt,
        @Nullable Instant leftAt) {

    public static Participant joining(String id, Person person, Role role, Instant now) {
        return new Participant(id, person.userId(), person.name(), role, person.address(), now, null);
    }

    public boolean isInside() {
        return leftAt == null;
    }

    /** The same stay, of an account that its person signed in to. */
    Participant of(String account, Role roleThen) {
        return new Participant(id, account, name, roleThen, address, joinedAt, leftAt);
    }

    public Participant left(Instant now) {
        return isInside() ? new Participant(id, userId, name, role, address, joinedAt, now) : this;
    }
}
