package io.flotilla.vmbroker;

import static io.restassured.RestAssured.given;

import io.flotilla.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

/** Speaks the dialect to the running service, as session-service unless told otherwise. */
public final class BrokerClient {
    private final String token;

    private BrokerClient(String token) {
        this.token = token;
    }

    public static BrokerClient service(String name) {
        return new BrokerClient(TestTokens.current().service(name));
    }

    public static BrokerClient sessionService() {
        return service("session-service");
    }

    public static BrokerClient user(String id, String... roles) {
        return new BrokerClient(TestTokens.current().user(id, "sid-" + id, "", roles));
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token);
    }

    public ValidatableResponse create(String body) {
        return request().contentType(ContentType.JSON).body(body).post("/v0/vm").then();
    }

    /** A VM that runs; waits for the service to open. */
    public String aVm(String body) {
        awaitOpen();
        return create(body).statusCode(200).extract().path("session_id");
    }

    public ValidatableResponse get(String id) {
        return request().get("/v0/vm/{id}", id).then();
    }

    public ValidatableResponse delete(String id) {
        return request().delete("/v0/vm/{id}", id).then();
    }

    /** Ends all VMs of this caller. */
    public void endAll() {
        request()
                .get("/v0/vm")
                .then()
                .extract()
                .jsonPath()
                .getList("results.id", String.class)
                .forEach(this::delete);
    }

    public static void awaitOpen() {
        Awaitility.await()
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }
}
