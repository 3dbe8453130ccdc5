/** Where VMs are: the read model their brokers keep in Redis ({@code vm:*}, {@code embed:*} of {@code contracts/redis-keys.md}). Read only. */
@NullMarked
package io.flotilla.gateway.vm;

import org.jspecify.annotations.NullMarked;
