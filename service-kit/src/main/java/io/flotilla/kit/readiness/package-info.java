/** What a service misses, in {@code /q/health/ready}. Redis and PostgreSQL report themselves through the framework. */
@NullMarked
package io.flotilla.kit.readiness;

import org.jspecify.annotations.NullMarked;
