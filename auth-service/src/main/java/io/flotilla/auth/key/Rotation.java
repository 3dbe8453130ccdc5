package io.flotilla.auth.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When keys come and go; pure. A successor is made {@code publishAhead} before it takes over, and the old key stays published until the
 * last token it signed has expired, so nobody ever meets a token whose key they cannot have.
 */
public record Rotation(Duration rotateEvery, Duration publishAhead, Duration longestTokenLife) {
    public Rotation {
        if (rotateEvery.compareTo(publishAhead.plus(longestTokenLife)) <= 0) {
            throw new IllegalArgumentException(
                    "keys.rotate-every must be longer than keys.publish-ahead and any token's life");
        }
    }

    /** The dates of a key that is due, given those there are; empty when none is. */
    Optional<Dates> due(List<SigningKey> keys, Instant now) {
        if (signing(keys, now).isEmpty()) {
            return Optional.of(from(now));
        }
        var youngest = keys.stream()
                .map(SigningKey::notBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
        boolean isOld = !youngest.plus(rotateEvery).isAfter(now.plus(publishAhead));
        return isOld ? Optional.of(from(now.plus(publishAhead))) : Optional.empty();
    }

    /** The key that signs now: the youngest that may. */
    Optional<SigningKey> signing(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> key.canSign(now, longestTokenLife))
                .max(Comparator.comparing(SigningKey::notBefore).thenComparing(SigningKey::id));
    }

    /** Generous at the end: a successor may come late because nothing ran when it was due. */
    private Dates from(Instant notBefore) {
        return new Dates(
                notBefore, notBefore.plus(rotateEvery).plus(publishAhead).plus(longestTokenLife.multipliedBy(2)));
    }

    record Dates(Instant notBefore, Instant retireAt) {}
}
