/**
 * The namespace {@code /study-sessions} ({@code contracts/study-sessions.md}): who is let in and what they are told, commands on their way
 * to the record in session-service, and what keeps this node's {@link io.flotilla.gateway.studydesk.StudyDesk} in step with it. What
 * blocks happens on virtual threads. Channels only hasten: each node also looks for itself. Deliberately absent: any rule of what a user
 * may do, which is session-service's.
 */
@NullMarked
package io.flotilla.gateway.study;

import org.jspecify.annotations.NullMarked;
