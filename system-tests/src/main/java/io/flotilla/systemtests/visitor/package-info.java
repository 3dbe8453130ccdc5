/**
 * A person with a browser: a real Chromium steered by Playwright, seen and heard through pixels and sound only. {@link
 * io.flotilla.systemtests.visitor.Visitor} is the person; what he has before him is a {@link
 * io.flotilla.systemtests.visitor.Lobby}, a {@link io.flotilla.systemtests.visitor.Room} or a bare {@link
 * io.flotilla.systemtests.visitor.Picture}. All of one {@link io.flotilla.systemtests.visitor.Chromium} belongs to the thread that
 * started it.
 */
@NullMarked
package io.flotilla.systemtests.visitor;

import org.jspecify.annotations.NullMarked;
