/**
 * What the owner of a VM session decides about its people: who has to go, who does not come back, who may type and click, and how they
 * take turns at it. Decided by {@link io.flotilla.session.vmsession}, stored first, then shown to the gateway and told to it. The same acts
 * come by the public API and, from a room's socket, by way of the gateway. A ban is of a user: a visitor who throws the cookie away is
 * somebody else, and only {@code unshare} keeps strangers out. Blocks; runs on virtual threads.
 */
@NullMarked
package io.flotilla.session.people;

import org.jspecify.annotations.NullMarked;
