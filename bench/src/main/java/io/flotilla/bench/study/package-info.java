/**
 * How true the clock of a study session runs: each second is heard at two nodes for ten minutes, one of which is killed half-way.
 */
@NullMarked
package io.flotilla.bench.study;

import org.jspecify.annotations.NullMarked;
