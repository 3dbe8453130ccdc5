package io.flotilla.session.platform;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The record of platform connections. Thread-safe; blocks; throws when it cannot be reached. */
public interface Platforms {
    UserPlatforms of(String userId);

    /**
     * Decides about and changes all of a user's connections in one step, one after another on all nodes; joins the surrounding
     * transaction if there is one. A connection that another user had moves.
     *
     * @param decision does not act; what it throws leaves everything as it was
     */
    <R> R decide(String userId, Function<UserPlatforms, Decided<R>> decision);

    /** The same for a change that nobody asks back about. */
    default void change(String userId, UnaryOperator<UserPlatforms> change) {
        decide(userId, theirs -> new Decided<>(change.apply(theirs), true));
    }

    /** What a user's connections shall be, and what to tell whoever asked. */
    record Decided<R>(UserPlatforms after, R result) {}
}
