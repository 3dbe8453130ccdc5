/** How this node does, for administrators: what its meters say, and whether what it depends on answers. Measures nothing by itself. */
@NullMarked
package io.flotilla.session.monitoring;

import org.jspecify.annotations.NullMarked;
