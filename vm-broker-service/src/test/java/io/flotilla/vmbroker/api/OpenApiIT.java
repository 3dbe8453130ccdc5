package io.flotilla.vmbroker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract is written by hand, first; the running service must have exactly its paths, verbs and answers. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OpenApiIT {
    private static final List<String> VERBS = List.of("get", "put", "post", "delete", "patch");
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    @Test
    void theRunningServiceIsWhatTheContractSays() throws IOException {
        JsonNode written;
        try (var contract = OpenApiIT.class.getResourceAsStream("/openapi/vm-broker-service.yaml")) {
            written = yaml.readTree(contract);
        }
        var running = yaml.readTree(
                RestAssured.get("/q/openapi").then().statusCode(200).extract().asString());

        assertThat(shape(running)).isEqualTo(shape(written));
    }

    private static Map<String, Set<String>> shape(JsonNode openApi) {
        var shape = new TreeMap<String, Set<String>>();
        openApi.get("paths")
                .properties()
                .forEach(path -> VERBS.stream().filter(path.getValue()::has).forEach(verb -> {
                    var statuses = new TreeSet<String>();
                    path.getValue().get(verb).get("responses").fieldNames().forEachRemaining(statuses::add);
                    shape.put(verb + " " + path.getKey(), statuses);
                }));
        return shape;
    }
}
