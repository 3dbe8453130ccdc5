/**
 * The accounts of people whom another system vouches for, found by issuer and subject alone: an e-mail address that somebody else's
 * system tells opens nobody's account here.
 */
@NullMarked
package io.flotilla.auth.external;

import org.jspecify.annotations.NullMarked;
