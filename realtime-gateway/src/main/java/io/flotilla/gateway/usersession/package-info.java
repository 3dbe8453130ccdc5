/**
 * What the tabs and devices of a user hear of their sessions ({@code contracts/user-session-events.md}): sockets that only listen, each
 * behind one user session, fed by one channel. Who somebody is, is asked of {@link io.flotilla.kit.identity}; sockets and their ends are
 * those of {@link io.flotilla.gateway.socket}. Delivery is not promised: where something may have been missed, {@code hello} is said
 * again and the client reads anew.
 */
@NullMarked
package io.flotilla.gateway.usersession;

import org.jspecify.annotations.NullMarked;
