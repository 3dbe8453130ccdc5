package io.flotilla.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a body that is no JSON with 400; says nothing of what was in it. */
@Provider
public final class MalformedJsonMapper implements ExceptionMapper<JsonProcessingException> {
    private final Answers answers;

    MalformedJsonMapper(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(JsonProcessingException unread) {
        return answers.answer(Problem.of(400, "The request's JSON is malformed"));
    }
}
