/** Which routes of this service count as what against the limits a minute ({@code contracts/limits.md}). One table. */
@NullMarked
package io.flotilla.session.ratelimit;

import org.jspecify.annotations.NullMarked;
