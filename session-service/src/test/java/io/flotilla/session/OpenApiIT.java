package io.flotilla.session;

import io.flotilla.testkit.OpenApiContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class OpenApiIT {
    @Test
    void servesTheRoutesThatAreWrittenDown() {
        var served =
                Visitor.call("GET", "/q/openapi?format=json", null, Map.of()).text();

        OpenApiContract.of("openapi/session-service.yaml")
                .requireSameRoutes(served, "/q/", "/room/", "/sign-in", "/account", "/audit", "/admin/");
    }
}
