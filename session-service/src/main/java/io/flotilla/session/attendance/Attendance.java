package io.flotilla.session.attendance;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** When somebody was last there, by study session. Thread-safe; blocks; throws when nobody can tell. */
public interface Attendance {
    /** The owner is there now. */
    void attended(String sessionId);

    /** Counts as attended now, where nothing is known: what has been lost begins anew. */
    void adopt(Collection<String> sessionIds);

    /** How long nobody has been there; empty where nothing is known. */
    Optional<Duration> aloneFor(String sessionId);

    /** Up to so many that nobody has attended for that long, and for how long. */
    Map<String, Duration> aloneFor(Duration atLeast, int atMost);

    /** It does not matter any more. */
    void forget(String sessionId);
}
