/** A user's own sessions, on all devices: which there are, whether one looks suspicious, and ending one. Another user's are unknown here. */
@NullMarked
package io.flotilla.session.own;

import org.jspecify.annotations.NullMarked;
