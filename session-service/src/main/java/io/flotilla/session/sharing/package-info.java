/**
 * The acts of people on VM sessions: create, join, leave, share, end, look. Each act decides by {@link io.flotilla.session.vmsession},
 * stores the decision first and then carries it out; what a crash leaves half done is repaired by {@link io.flotilla.session.reconcile}.
 * Only {@code VmSessionResource}, {@code SharingResource} and {@code SharingProblems} know HTTP. Blocks; runs on virtual threads.
 */
@NullMarked
package io.flotilla.session.sharing;

import org.jspecify.annotations.NullMarked;
