/**
 * Makes what is there agree with the record: at start, every minute, and whenever the broker tells that a VM ended. All of it may run on
 * several nodes at once and be repeated: each step looks first and is harmless when somebody else did it already.
 */
@NullMarked
package io.flotilla.session.reconcile;

import org.jspecify.annotations.NullMarked;
