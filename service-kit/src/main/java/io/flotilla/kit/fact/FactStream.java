package io.flotilla.kit.fact;

import java.util.function.Consumer;

/**
 * Facts that must arrive, between services. At least once, and for one consumer in order of publication; a fact is done when the handler
 * returns. When it throws, the fact is tried a few times on the spot and then comes again later, behind others, as it does (to this or
 * another consumer of the group) when the process dies. Handlers are idempotent.
 */
public interface FactStream {
    /**
     * Appends; returns when the stream holds it.
     *
     * @throws io.flotilla.kit.problem.Unavailable when it cannot: the caller keeps the fact and tries again
     */
    void publish(String stream, String json);

    /**
     * Hands each fact, from the group's position on, to the handler, one at a time on a thread of its own, until closed.
     * A group that is new starts at the stream's beginning. Never throws: a store that is away is waited for.
     */
    Subscription subscribe(String stream, String group, Consumer<String> handler);

    /** Ends with {@link #close}; closing twice does nothing. */
    interface Subscription extends AutoCloseable {
        /** Waits for the handler at work. */
        @Override
        void close();
    }
}
