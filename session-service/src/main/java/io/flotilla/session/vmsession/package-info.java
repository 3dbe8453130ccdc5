/**
 * A VM session as data: its states, its people, who may do what with it, and the port to its record. Everything here decides and nothing
 * acts: no clock, no network, no framework but for the PostgreSQL adapter. {@link io.flotilla.session.sharing} carries decisions out,
 * {@link io.flotilla.session.reconcile} repairs what a crash left half done.
 */
@NullMarked
package io.flotilla.session.vmsession;

import org.jspecify.annotations.NullMarked;
