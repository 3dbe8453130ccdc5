/**
 * Small things pages keep in the user session: JSON values by name, at most 16 KiB a session, exact also when several tabs write at once.
 * They go with their session, and with a visitor who signs in. Untrusted, and never interpreted here.
 */
@NullMarked
package io.flotilla.session.sessiondata;

import org.jspecify.annotations.NullMarked;
