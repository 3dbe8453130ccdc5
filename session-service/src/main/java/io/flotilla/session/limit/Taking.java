package io.flotilla.session.limit;

/** What became of an attempt to take a place. */
public sealed interface Taking {
    /**
     * The place is held.
     *
     * @param fresh false when the same person already held a place in that session: then nothing was taken, and nothing is given back
     */
    record Taken(boolean fresh) implements Taking {}

    /**
     * Nobody more gets in.
     *
     * @param scope whose limit is reached: {@code user} or {@code address}
     */
    record Full(String scope, int limit) implements Taking {}

    /** All counts were lost; {@link SessionLimits#align} first, then try again. */
    record Forgotten() implements Taking {}
}
