package io.flotilla.kit.app;

import io.flotilla.kit.problem.ErrorDialect;
import io.flotilla.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** {@code {code, message}} under {@code /v0}. */
@Singleton
public class V0Dialect implements ErrorDialect {
    @Override
    public boolean appliesTo(String path) {
        return path.startsWith("/v0/");
    }

    @Override
    public Problem translate(Problem problem) {
        return new Problem(
                problem.status(),
                Map.of(
                        "code",
                        "err_" + problem.status(),
                        "message",
                        String.valueOf(problem.body().get("error"))),
                problem.headers());
    }
}
