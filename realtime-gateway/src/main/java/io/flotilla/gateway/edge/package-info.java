/**
 * The one public port of a single machine ({@code contracts/edge.md}): looks at each request's path once, in one normal form, and streams
 * it to the service it belongs to, or hands it to the sockets. Nothing internal can be named from outside, headers that only a proxy
 * may set are set here, and a service that is away is said to be away. Runs on event loops; decisions ({@link
 * io.flotilla.gateway.edge.RequestPath}, {@link io.flotilla.gateway.edge.Destination}, {@link io.flotilla.gateway.edge.HeaderRules}) are
 * pure. Query strings carry tokens: they are passed on and never logged.
 */
@NullMarked
package io.flotilla.gateway.edge;

import org.jspecify.annotations.NullMarked;
