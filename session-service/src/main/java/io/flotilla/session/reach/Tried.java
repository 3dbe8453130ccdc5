package io.flotilla.session.reach;

/**
 * What asking a platform came to.
 *
 * @param reachable whether it answered at all
 * @param success whether it answered as one that VMs can be had from
 * @param message in words for people, without the inside of anything
 */
public record Tried(boolean reachable, boolean success, String message) {}
