/**
 * Who hears what of a study session: its shape on the wire, its audience, and the channel that tells all nodes once a change is written.
 * Best effort, and fails nothing: a node that did not hear asks. Attendance is brought up to date on the way.
 */
@NullMarked
package io.flotilla.session.studynews;

import org.jspecify.annotations.NullMarked;
