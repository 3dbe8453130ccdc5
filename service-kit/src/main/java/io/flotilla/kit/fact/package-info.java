/** Durable facts between services over Redis streams ({@code contracts/redis-keys.md}), and a twin in memory for tests. */
@NullMarked
package io.flotilla.kit.fact;

import org.jspecify.annotations.NullMarked;
