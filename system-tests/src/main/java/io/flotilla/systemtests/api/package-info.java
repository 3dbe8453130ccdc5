/** People and programs without a browser: plain HTTP and plain sockets against the public port, nothing of the product's own code. */
@NullMarked
package io.flotilla.systemtests.api;

import org.jspecify.annotations.NullMarked;
