package io.flotilla.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.stream.Collectors;

/** Answers JSON of the wrong shape with 400 and the name of the field; a mapper of its own because the framework brings one too. */
@Provider
public final class MismatchedJsonMapper implements ExceptionMapper<MismatchedInputException> {
    private final Answers answers;

    MismatchedJsonMapper(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(MismatchedInputException mismatched) {
        var field = mismatched.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        var problem = Problem.of(400, "The request's JSON has the wrong shape");
        return answers.answer(field.isEmpty() ? problem : problem.with("field", field));
    }
}
