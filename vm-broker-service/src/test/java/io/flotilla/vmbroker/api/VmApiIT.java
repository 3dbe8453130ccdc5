package io.flotilla.vmbroker.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flotilla.testkit.RealServers;
import io.flotilla.vmbroker.BrokerClient;
import io.flotilla.vmbroker.browser.InMemoryBrowserDriver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class VmApiIT {
    private final BrokerClient service = BrokerClient.sessionService();
    private final BrokerClient apiClient = BrokerClient.user("ada", "user", "api");

    @Inject
    InMemoryBrowserDriver driver;

    @BeforeEach
    void open() {
        BrokerClient.awaitOpen();
    }

    @AfterEach
    void endAll() {
        service.endAll();
        apiClient.endAll();
    }

    @Test
    void createsAVmFromAnEmptyBodyAndEndsIt() {
        var id = apiClient
                .request()
                .post("/v0/vm")
                .then()
                .statusCode(200)
                .body(
                        "session_id",
                        matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("embed_url", matchesPattern("http://localhost:\\d+/vm/[0-9a-f-]{36}\\?token=[A-Za-z0-9_-]{43}"))
                .body("admin_token", matchesPattern("[A-Za-z0-9_-]{43}"))
                .extract()
                .<String>path("session_id");

        apiClient
                .get(id)
                .statusCode(200)
                .body("creation_date", matchesPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"))
                .body("termination_date", nullValue())
                .body("embed_url", containsString(id));
        apiClient.delete(id).statusCode(200).body("session_id", equalTo(id));
        assertThat(driver.running()).doesNotContainKey(id);
        apiClient
                .get(id)
                .statusCode(200)
                .body("termination_date", notNullValue())
                .body("embed_url", nullValue());
        apiClient.delete(id).statusCode(200).body("session_id", equalTo(id));
    }

    @Test
    void passesTheWishesOnToTheBrowser() {
        var id = service.aVm("""
                {"platform":"chromium","start_url":"http://127.0.0.1:3000/x?y#z","width":800,"height":600,"fps":60,"kiosk":true,"dark":true,
                 "hide_cursor":true,"locale":{"language":"de","country":"at"},"max_area":1000000,"tenant_id":"t"}""");

        var claim = driver.running().get(id).claimed();
        assertThat(claim.size().width()).isEqualTo(800);
        assertThat(claim.fps()).isEqualTo(60);
        assertThat(claim.startUrl()).isEqualTo("http://127.0.0.1:3000/x?y#z");
        assertThat(claim.kiosk() && claim.dark() && claim.hideCursor()).isTrue();
        assertThat(claim.languages()).isEqualTo("de-AT,de");
    }

    @Test
    void listsTheTagOfAVm() {
        service.create("{\"tag\":\"t-2\"}").statusCode(200);

        service.request().get("/v0/vm").then().body("results.tag", equalTo(List.of("t-2")));
    }

    @Test
    void answersARepeatedCreateWithTheSameVm() {
        var first = service.create("{\"tag\":\"t-1\"}").statusCode(200).extract();
        var second = service.create("{\"tag\":\"t-1\"}").statusCode(200).extract();

        assertThat(second.<String>path("session_id")).isEqualTo(first.path("session_id"));
        assertThat(second.<String>path("embed_url")).isEqualTo(first.path("embed_url"));

        service.delete(first.path("session_id")).statusCode(200);
        service.create("{\"tag\":\"t-1\"}")
                .statusCode(200)
                .body("session_id", org.hamcrest.Matchers.not(first.<String>path("session_id")));
    }

    @Test
    void showsNobodyElsesVms() {
        var id = service.aVm("{}");

        apiClient.get(id).statusCode(404).body("code", equalTo("err_not_found"));
        apiClient.delete(id).statusCode(404);
        apiClient
                .request()
                .get("/v0/vm")
                .then()
                .statusCode(200)
                .body("results", equalTo(List.of()))
                .body("next", nullValue());
        service.request()
                .get("/v0/vm")
                .then()
                .body("results.id", equalTo(List.of(id)))
                .body("results[0].creation_date", notNullValue());
    }

    @Test
    void refusesStrangersInTheDialect() {
        given().post("/v0/vm")
                .then()
                .statusCode(401)
                .body("code", equalTo("err_unauthenticated"))
                .body("message", equalTo("Invalid API key"));
        given().header("Authorization", "Bearer nonsense")
                .post("/v0/vm")
                .then()
                .statusCode(401)
                .body("code", equalTo("err_unauthenticated"));
        BrokerClient.user("bob", "user").create("{}").statusCode(403).body("code", equalTo("err_forbidden"));
        service.get("nonsense").statusCode(404).body("code", equalTo("err_not_found"));
        service.request().put("/v0/vm").then().statusCode(405).body("code", equalTo("err_method_not_allowed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"width\":800} | width",
                "{\"width\":801,\"height\":600} | width must be even",
                "{\"width\":3840,\"height\":2160} | must not exceed",
                "{\"fps\":10} | fps",
                "{\"platform\":\"hyperbeam\"} | platform must be chromium",
                "{\"start_url\":\"file:///etc/passwd\"} | start_url",
                "{\"start_url\":\"http://169.254.169.254/\"} | start_url cannot be opened",
                "{\"start_url\":\"http://0x7f000001/\"} | start_url cannot be opened",
                "{\"timeout\":{\"absolute\":0}} | timeout.absolute",
                "{\"timeout\":{\"webhook\":{}}} | timeout.webhook is not supported",
                "{\"adblock\":true} | adblock is not supported",
                "{\"frobnicate\":1} | frobnicate is not a known parameter",
                "{\"tag\":7} | tag",
                "[] | JSON object",
                "{ | JSON object"
            })
    void refusesOddWishesAndNamesThem(String body, String words) {
        service.create(body)
                .statusCode(400)
                .body("code", equalTo("err_bad_request"))
                .body("message", containsString(words));
    }

    @Test
    void readsDeprecatedAndNestedOfflineTimeouts() {
        service.create("{\"offline_timeout\":null}").statusCode(200);
        service.create("{\"timeout\":{\"offline\":10,\"warning\":5}}").statusCode(200);
    }

    @Test
    void servesThePlayerAlsoForVmsThatAreOver() {
        var id = service.aVm("{}");
        given().get("/vm/{id}?token=x", id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Referrer-Policy", "no-referrer")
                .contentType("text/html;charset=utf-8");
        service.delete(id);
        given().get("/vm/{id}", id).then().statusCode(404).contentType("text/html;charset=utf-8");
        given().get("/vm/nonsense").then().statusCode(404).contentType("text/html;charset=utf-8");
    }

    @Test
    void saysInMetricsHowManyRun() {
        service.aVm("{}");
        await().untilAsserted(() -> given().get("/q/metrics")
                .then()
                .body(containsString("flotilla_vm_running 1.0"))
                .body(containsString("flotilla_vm_starts_total{kind=\"warm\"}")));
    }
}
