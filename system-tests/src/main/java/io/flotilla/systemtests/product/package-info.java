/**
 * The whole product as processes: started by its launcher with own data and an own port, and killed piece by piece. Knows processes,
 * files and ports; nothing of HTTP routes or pages. Used from one thread.
 */
@NullMarked
package io.flotilla.systemtests.product;

import org.jspecify.annotations.NullMarked;
