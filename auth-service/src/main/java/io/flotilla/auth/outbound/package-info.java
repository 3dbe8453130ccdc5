/**
 * What this service asks of other people's servers, whose answers it trusts as little as requests: in bounded time, of bounded size, and
 * never where a redirect would lead. Tokens of theirs are checked against the keys that they publish.
 */
@NullMarked
package io.flotilla.auth.outbound;

import org.jspecify.annotations.NullMarked;
