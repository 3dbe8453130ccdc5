package io.flotilla.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what a resource refused. */
@Provider
public final class ProblemMapper implements ExceptionMapper<ProblemException> {
    private final Answers answers;

    ProblemMapper(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(ProblemException refused) {
        return answers.answer(refused.problem());
    }
}
