package io.flotilla.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers 503 for a dependency that is away. */
@Provider
public final class UnavailableMapper implements ExceptionMapper<Unavailable> {
    private final Answers answers;

    UnavailableMapper(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(Unavailable away) {
        return answers.answer(away.problem());
    }
}
