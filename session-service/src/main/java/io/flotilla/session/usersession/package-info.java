/**
 * User sessions as everybody in this service speaks of them: what one is, when and why it ends, which ports others implement to move what
 * they keep when a visitor signs in or goes, and what a user's devices hear. Pure but for the adapter of that last port; where sessions
 * are kept is {@code sessionrecord}, how browsers use them is {@code visit}.
 */
@NullMarked
package io.flotilla.session.usersession;

import org.jspecify.annotations.NullMarked;
