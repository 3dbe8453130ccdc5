/** Secrets as a type, so that none is printed by accident. */
@NullMarked
package io.flotilla.kit.secret;

import org.jspecify.annotations.NullMarked;
