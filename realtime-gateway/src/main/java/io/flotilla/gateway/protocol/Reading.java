package io.flotilla.gateway.protocol;

/** What became of a text that a player sent. */
public sealed interface Reading {
    record Understood(PlayerMessage message) implements Reading {}

    /** A type from the future. */
    record Ignored() implements Reading {}

    /**
     * Against the contract.
     *
     * @param why at most 100 characters, without anything the player sent
     */
    record Odd(String why) implements Reading {}
}
