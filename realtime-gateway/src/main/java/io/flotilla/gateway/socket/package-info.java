/**
 * What all sockets of this node have in common, whoever they are for: the way from a request to an open socket, limits of number, signs
 * of life, the end with the user session behind them, and the drain at shutdown. Sockets live on event loops; checks that block run on
 * virtual threads before the upgrade.
 */
@NullMarked
package io.flotilla.gateway.socket;

import org.jspecify.annotations.NullMarked;
