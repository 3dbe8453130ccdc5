/**
 * Runs real Chromium browsers behind the seam of {@link io.flotilla.vmbroker.browser}: finds the program, prepares a directory with
 * profile, rules and agent, starts it in a cell on a screen, speaks to it by DevTools and to its agent by socket, and leaves nothing
 * when it ends. {@link io.flotilla.vmbroker.chromium.ChromiumDriver} is the way in; starting and ending block virtual threads, nothing
 * else does.
 */
@NullMarked
package io.flotilla.vmbroker.chromium;

import org.jspecify.annotations.NullMarked;
