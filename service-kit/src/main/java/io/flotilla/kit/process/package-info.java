/** The process itself: how it ends together with whoever started it. */
@NullMarked
package io.flotilla.kit.process;

import org.jspecify.annotations.NullMarked;
