/**
 * The web that the shared browsers look at: pages whose pixels and sound can be recognised after a lossy journey, and which report back
 * what happened to them. The server answers on loopback and counts what it is asked; the product must open it by its egress allow-list.
 */
@NullMarked
package io.flotilla.systemtests.pages;

import org.jspecify.annotations.NullMarked;
