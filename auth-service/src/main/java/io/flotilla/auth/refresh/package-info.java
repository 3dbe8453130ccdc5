/**
 * Refresh tokens of API clients: one use each, in a family for each user session ({@code contracts/tokens.md}, RFC 6819 section 5.2.2.3).
 * A used one that comes again means that two hold it, so the family dies and its user session with it. Whether the session itself still
 * lives, session-service says.
 */
@NullMarked
package io.flotilla.auth.refresh;

import org.jspecify.annotations.NullMarked;
