package io.flotilla.vmbroker.api;

import io.flotilla.kit.problem.ErrorDialect;
import io.flotilla.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything under {@code /v0} is refused in the dialect, also what the framework refuses by itself. */
@ApplicationScoped
public class HyperbeamDialect implements ErrorDialect {
    @Override
    public boolean appliesTo(String path) {
        return path.equals("/v0") || path.startsWith("/v0/");
    }

    @Override
    public Problem translate(Problem problem) {
        if (String.valueOf(problem.body().get("code")).startsWith("err_")) {
            return problem;
        }
        var body = new LinkedHashMap<String, Object>(Map.of(
                "code",
                DialectError.codeOf(problem.status()),
                "message",
                problem.body().getOrDefault("error", "The request was refused")));
        var correlation = problem.body().get("correlationId");
        if (correlation != null) {
            body.put("correlationId", correlation);
        }
        return new Problem(problem.status(), body, problem.headers());
    }
}
