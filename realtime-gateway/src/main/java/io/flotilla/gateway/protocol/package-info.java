/**
 * What travels on a player's socket ({@code contracts/media.md}, {@code contracts/close-codes.md}): its messages as types, read
 * strictly and written in one form. Knows no socket, no VM and no other node. Unknown types and fields are ignored; a known type with an
 * odd value is refused, with a reason fit for a developer's eyes.
 */
@NullMarked
package io.flotilla.gateway.protocol;

import org.jspecify.annotations.NullMarked;
