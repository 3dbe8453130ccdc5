/**
 * Who may type and click now. {@link io.flotilla.gateway.control.Control} is the lease and all its rules, without I/O; it lies in Redis
 * and is changed by compare-and-set, so that of two who ask at once on two nodes exactly one gets it. How control is given at all (the
 * mode) is session-service's record. Whatever node looks first takes the lease from those who are gone or whose turn is over. Media sockets
 * ask {@link io.flotilla.gateway.control.ControlDesk} what their participants may do, and are told when it changes.
 */
@NullMarked
package io.flotilla.gateway.control;

import org.jspecify.annotations.NullMarked;
