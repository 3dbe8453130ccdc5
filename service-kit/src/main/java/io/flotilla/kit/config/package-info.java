/** The settings every service has, each with its meaning and default. What only one service needs is in that service's own mapping. */
@NullMarked
package io.flotilla.kit.config;

import org.jspecify.annotations.NullMarked;
