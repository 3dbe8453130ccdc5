package io.flotilla.kit.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Answers in JSON what the framework itself refuses: unknown path, wrong method, foreign media type, unreadable body. */
@Provider
public final class RefusalMapper implements ExceptionMapper<WebApplicationException> {
    private static final Logger log = Logger.getLogger(RefusalMapper.class);

    private final Answers answers;
    private final AllowedMethods allowed = new AllowedMethods();

    RefusalMapper(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(WebApplicationException refused) {
        var response = refused.getResponse();
        int status = response.getStatus();
        if (status < 400) {
            return response;
        }
        if (status >= 500) {
            log.errorf(refused, "a resource failed with %d", status);
        }
        var problem = Problem.of(status, message(status));
        if (status == 405) {
            problem = problem.withHeader("Allow", String.join(", ", allowed.at(answers.path())));
        }
        return answers.answer(problem);
    }

    private static String message(int status) {
        return switch (status) {
            case 400 -> "The request is malformed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 413 -> "The request is too large";
            case 415 -> "Unsupported media type";
            default -> status < 500 ? "The request was refused" : "Internal error";
        };
    }
}
