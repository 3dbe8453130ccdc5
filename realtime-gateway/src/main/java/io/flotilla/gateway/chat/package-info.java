/**
 * Chat in a room. session-service stores a message before anybody hears of it; here it gets its place in the room's order. Nothing is
 * kept, and no text is looked at but by whoever stores it.
 */
@NullMarked
package io.flotilla.gateway.chat;

import org.jspecify.annotations.NullMarked;
