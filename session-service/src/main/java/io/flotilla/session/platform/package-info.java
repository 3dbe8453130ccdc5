/**
 * Platform connections as data: what a user configured, which of it is the default and which is active, and the port to its record. Secrets
 * are sealed before they get here. {@link io.flotilla.session.platformuse} carries out what people want with them.
 */
@NullMarked
package io.flotilla.session.platform;

import org.jspecify.annotations.NullMarked;
