/**
 * What the owner of a room may do to its people. session-service decides and records it; that somebody is out reaches sockets by the
 * membership read model, on every node, like everything else about membership.
 */
@NullMarked
package io.flotilla.gateway.host;

import org.jspecify.annotations.NullMarked;
