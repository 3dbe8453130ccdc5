/**
 * The seam between the broker, which decides who gets which browser for how long, and the machine, which runs them. The broker's side
 * ({@code vm}, {@code pool}, {@code media}) knows only these types; {@code chromium} implements them with real processes, and
 * {@link io.flotilla.vmbroker.browser} has nothing of either.
 */
@NullMarked
package io.flotilla.vmbroker.browser;

import org.jspecify.annotations.NullMarked;
