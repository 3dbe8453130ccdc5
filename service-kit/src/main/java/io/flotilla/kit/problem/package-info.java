/**
 * Refusals on the wire. Resources throw {@link io.flotilla.kit.problem.ProblemException}; mappers here turn it, and everything the
 * framework itself refuses (404, 405, 415, malformed JSON), into JSON. A bug becomes a bare 500 with a correlation id, never a stack trace.
 */
@NullMarked
package io.flotilla.kit.problem;

import org.jspecify.annotations.NullMarked;
