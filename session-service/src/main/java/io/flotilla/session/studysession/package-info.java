/**
 * A study session as data: what was planned, how long it has run, and the port to its record. How long is always calculated, from what had
 * run before and since when it runs; nothing counts seconds. Decides and does not act: no clock but the record's own, no network.
 * {@link io.flotilla.session.study} carries commands out, {@link io.flotilla.session.studysweep} ends and pauses what nobody does.
 */
@NullMarked
package io.flotilla.session.studysession;

import org.jspecify.annotations.NullMarked;
