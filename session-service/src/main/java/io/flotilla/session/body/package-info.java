/** Reads JSON bodies with their limits, and says in words what is wrong with one. A leaf: knows no feature. */
@NullMarked
package io.flotilla.session.body;

import org.jspecify.annotations.NullMarked;
