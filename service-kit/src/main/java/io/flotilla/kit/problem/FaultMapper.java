package io.flotilla.kit.problem;

import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.trace.RequestId;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Answers everything else: 503 where a dependency is away, else a bare 500 whose {@code correlationId} finds the log entry. */
@Provider
public final class FaultMapper implements ExceptionMapper<Throwable> {
    private static final Logger log = Logger.getLogger(FaultMapper.class);

    private final Answers answers;
    private final IdSource ids;

    FaultMapper(Answers answers, IdSource ids) {
        this.answers = answers;
        this.ids = ids;
    }

    @Override
    public Response toResponse(Throwable fault) {
        if (Outage.isOutage(fault)) {
            log.warnf("a dependency is away: %s", fault);
            return answers.answer(Problem.unavailable("Temporarily unavailable"));
        }
        var request = RequestId.current();
        var correlationId = request == null ? ids.readable() : request;
        log.errorf(fault, "request failed, correlationId %s", correlationId);
        return answers.answer(Problem.of(500, "Internal error").with("correlationId", correlationId));
    }
}
