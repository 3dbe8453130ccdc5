/**
 * What the tabs and devices of a user hear of their sessions ({@code contracts/user-session-events.md}): namespace {@code /sessions},
 * whose sockets only listen, each behind one user session, fed by one channel. Delivery is not promised: where something may have been
 * missed, {@code hello} is said again and the client reads anew.
 */
@NullMarked
package io.flotilla.gateway.usersession;

import org.jspecify.annotations.NullMarked;
