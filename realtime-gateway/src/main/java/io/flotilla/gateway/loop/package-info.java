/** A thread of its own, so to speak, for each thing that must not be touched by two at once; in tests one whose time passes when told. A leaf. */
@NullMarked
package io.flotilla.gateway.loop;

import org.jspecify.annotations.NullMarked;
