package io.flotilla.gateway.media;

import io.flotilla.gateway.loop.Loop;
import io.vertx.core.buffer.Buffer;

/** The way to the VM's broker. */
interface Upstream {
    /**
     * Opens a link and reports to the listener, on the loop, until {@link Listener#lost} or {@link Listener#refused}. Never throws,
     * never blocks.
     */
    void dial(String vmId, Loop loop, Listener listener);

    /** An open socket to the broker. */
    interface Link {
        void say(String text);

        /** Whether it takes no more for now; {@link Listener#drained} follows. */
        boolean isFull();

        /** Idempotent; the listener hears nothing any more. */
        void close();
    }

    /** Hears of one link; all calls come on the loop that dialled. */
    interface Listener {
        void opened(Link link);

        void binary(Buffer bytes);

        void text(String text);

        void drained();

        /** No link came about. */
        void refused(Why why);

        /** The link is gone. */
        void lost();
    }

    /** Why no link came about. */
    enum Why {
        /** No broker says it holds the VM. */
        NO_PLACE,
        /** The broker that should hold it does not know it. */
        NOT_THERE,
        /** The broker, auth-service or Redis is away. */
        UNREACHABLE
    }
}
