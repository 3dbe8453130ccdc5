package io.flotilla.gateway.socket;

import io.flotilla.gateway.protocol.CloseCode;
import io.vertx.core.Future;
import java.time.Duration;

/** Something with connections of its own, which a drain empties besides the plain sockets. */
public interface Drainable {
    /** Takes nobody new, and closes all over at most that time; completes when all are told. */
    Future<Void> drain(CloseCode code, Duration over);
}
