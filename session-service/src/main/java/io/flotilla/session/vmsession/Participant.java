package io.flotilla.session.vmsession;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a person in a VM session. Who leaves and comes back is a new participant, so that the token of the first stay opens
 * nothing any more.
 *
 * @param name as the others see it
 * @param address the client address whose limit this stay counts against
 * @param departure null while inside
 * @param bannedAt on any stay of a user: since when they may not come in again
 */
public record Participant(
        String id,
        String userId,
        String name,
        Role role,
        String address,
        Instant joinedAt,
        @Nullable Departure departure,
        @Nullable Instant bannedAt) {

    public static Participant joining(String id, Person person, Role role, Instant now) {
        return new Participant(id, person.userId(), person.name(), role, person.address(), now, null, null);
    }

    public boolean isInside() {
        return departure == null;
    }

    public boolean isBanned() {
        return bannedAt != null;
    }

    /** The same stay, of an account that its person signed in to. */
    Participant of(String account) {
        return new Participant(id, account, name, role, address, joinedAt, departure, bannedAt);
    }

    Participant as(Role roleThen) {
        return new Participant(id, userId, name, roleThen, address, joinedAt, departure, bannedAt);
    }

    /** Only the first departure counts. */
    Participant departed(Departure.Way way, Instant now) {
        return isInside()
                ? new Participant(id, userId, name, role, address, joinedAt, new Departure(now, way), bannedAt)
                : this;
    }

    /** Only the first ban counts. */
    Participant banned(Instant now) {
        return isBanned() ? this : new Participant(id, userId, name, role, address, joinedAt, departure, now);
    }

    Participant pardoned() {
        return new Participant(id, userId, name, role, address, joinedAt, departure, null);
    }
}
