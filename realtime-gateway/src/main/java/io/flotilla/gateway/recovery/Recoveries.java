package io.flotilla.gateway.recovery;

import java.util.Optional;

/** Remembers sockets by their private ids. Blocks; throws {@link io.flotilla.kit.problem.Unavailable}. Thread-safe. */
public interface Recoveries {
    /** For twelve hours, as the line may be cut without a word; replaces what was remembered of that id. */
    void keep(String privateId, Remembered socket);

    /** The line was cut: it is forgotten in a little more than two minutes. */
    void cut(String privateId);

    void forget(String privateId);

    /** Once: whoever asks first gets it. */
    Optional<Remembered> take(String privateId);
}
