/**
 * Limits a minute ({@code contracts/limits.md}): a service says by {@link io.flotilla.kit.limit.LimitRules} which of its routes count as
 * what, and {@link io.flotilla.kit.limit.LimitFilter} counts them over all nodes.
 */
@NullMarked
package io.flotilla.kit.limit;

import org.jspecify.annotations.NullMarked;
