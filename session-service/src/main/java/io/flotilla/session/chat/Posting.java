package io.flotilla.session.chat;

/** What became of something said. */
public sealed interface Posting {
    /**
     * It is in the record.
     *
     * @param fresh false when it was there before
     */
    record Stored(Said said, boolean fresh) implements Posting {}

    /** Somebody else has said something by that id. */
    record IdTaken() implements Posting {}
}
