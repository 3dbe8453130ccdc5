/**
 * Which user sessions are over before their tokens are. Every process keeps the whole (short) list in memory, reads it again and again,
 * and is told of news by a channel ({@code contracts/redis-keys.md}); a list that could not be read for a while vouches for nobody.
 */
@NullMarked
package io.flotilla.kit.revocation;

import org.jspecify.annotations.NullMarked;
