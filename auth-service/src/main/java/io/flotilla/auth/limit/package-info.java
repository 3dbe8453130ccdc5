/**
 * How often one may fail: exact over all replicas, by name and address. Knows nothing of what is tried.
 */
@NullMarked
package io.flotilla.auth.limit;

import org.jspecify.annotations.NullMarked;
