/**
 * Where a VM's browser draws and where people's acts go: an Xvfb display of its own that shows the whole browser, or no display at all
 * (headless). {@link io.flotilla.vmbroker.screen.Screen} is the seam; {@code chromium} opens one for each VM and knows nothing of what is
 * behind it.
 */
@NullMarked
package io.flotilla.vmbroker.screen;

import org.jspecify.annotations.NullMarked;
