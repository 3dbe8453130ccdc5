/**
 * Whose study sessions have somebody there: gateways write down, again and again, for which sessions a socket of the owner is connected.
 * Redis' clock counts, so that no two nodes' clocks are compared. What is not known is never taken for absence.
 */
@NullMarked
package io.flotilla.session.attendance;

import org.jspecify.annotations.NullMarked;
