/**
 * How fast one message reaches a whole room, at what cost, and whether it always does: the product's gateway beside the reference server,
 * by the same clients in the same run. The clients are plain ones on one event loop in this process; latency is from the moment a
 * message is given to the server to the moment its bytes are seen here.
 */
@NullMarked
package io.flotilla.bench.fanout;

import org.jspecify.annotations.NullMarked;
