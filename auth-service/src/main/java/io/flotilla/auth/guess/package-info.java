/**
 * How many passwords may be wrong, without anybody being able to lock somebody else out: {@link io.flotilla.auth.guess.LockOut}.
 */
@NullMarked
package io.flotilla.auth.guess;

import org.jspecify.annotations.NullMarked;
