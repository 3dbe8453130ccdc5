/**
 * This service's settings, each with its meaning and default; what all services share is in the kit's {@code KitConfig}.
 */
@NullMarked
package io.flotilla.auth.config;

import org.jspecify.annotations.NullMarked;
