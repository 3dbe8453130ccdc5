/**
 * The ports of {@code vm} and {@code life} over real stores: the record and its facts in PostgreSQL, schema {@code broker}, by plain JDBC
 * (one table, compare-and-set updates, {@code skip locked}: nothing an object mapper would make shorter); the gateways' read model in
 * Redis. Blocking; nothing else in the service speaks SQL or Redis.
 */
@NullMarked
package io.flotilla.vmbroker.record;

import org.jspecify.annotations.NullMarked;
