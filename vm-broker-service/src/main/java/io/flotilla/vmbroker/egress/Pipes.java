package io.flotilla.vmbroker.egress;

import io.vertx.core.net.NetSocket;

/** Joins two sockets: bytes flow both ways as fast as the slower one takes them, and both end together. */
final class Pipes {
    private Pipes() {}

    static void join(NetSocket near, NetSocket far) {
        near.closeHandler(_ -> far.close());
        far.closeHandler(_ -> near.close());
        near.exceptionHandler(_ -> far.close());
        far.exceptionHandler(_ -> near.close());
        near.pipeTo(far);
        far.pipeTo(near);
    }
}
