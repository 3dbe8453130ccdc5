/**
 * What people's acts mean, decided without any display or browser: which author holds what, which moves are stale, which key of which
 * key map makes which character, how wheels become notches. {@code screen} carries the decisions out. Pure but for the state its types
 * say they keep; not thread-safe, each VM has its own.
 */
@NullMarked
package io.flotilla.vmbroker.input;

import org.jspecify.annotations.NullMarked;
