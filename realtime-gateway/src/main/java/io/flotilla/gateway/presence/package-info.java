/**
 * Who is connected to a VM over all nodes. Each node says only what it sees itself, again and again, so that a lost Redis or a killed
 * node repairs itself ({@code presence:*} of {@code contracts/redis-keys.md}). Nothing is decided by presence: it is for people to look at.
 */
@NullMarked
package io.flotilla.gateway.presence;

import org.jspecify.annotations.NullMarked;
