/**
 * The people of this installation, for those who look after it; and the first of these.
 */
@NullMarked
package io.flotilla.auth.admin;

import org.jspecify.annotations.NullMarked;
