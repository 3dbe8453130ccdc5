/**
 * Asks platforms whether they answer. Where a user's text says where to go, only public addresses and what the operator opened are
 * reached ({@code FLOTILLA_EGRESS_ALLOW}). Knows no users and keeps nothing.
 */
@NullMarked
package io.flotilla.session.reach;

import org.jspecify.annotations.NullMarked;
