package io.flotilla.session.chat;

/** What became of the wish to delete a message. */
public sealed interface Removal {
    record Removed(Said said) implements Removal {}

    record Unknown() implements Removal {}

    /** Only its author and the owner of the room may. */
    record NotTheirs() implements Removal {}
}
