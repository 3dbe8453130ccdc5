package io.flotilla.vmbroker.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.flotilla.kit.fact.FactStream;
import io.flotilla.testkit.RealServers;
import io.flotilla.vmbroker.BrokerClient;
import io.flotilla.vmbroker.browser.InMemoryBrowser;
import io.flotilla.vmbroker.browser.InMemoryBrowserDriver;
import io.flotilla.vmbroker.config.BrokerConfig;
import io.flotilla.vmbroker.pool.WarmPool;
import io.flotilla.vmbroker.vm.EndReason;
import io.flotilla.vmbroker.vm.StoredTokens;
import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmRecords;
import io.flotilla.vmbroker.vm.VmState;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LifeIT {
    private final BrokerClient service = BrokerClient.sessionService();
    private final List<JsonObject> facts = new CopyOnWriteArrayList<>();

    @Inject
    InMemoryBrowserDriver driver;

    @Inject
    WarmPool pool;

    @Inject
    VmRecords records;

    @Inject
    FactStream stream;

    @Inject
    RedisDataSource redis;

    @Inject
    BrokerConfig config;

    @Inject
    Opening opening;

    private FactStream.Subscription subscription;

    @BeforeEach
    void listen() {
        BrokerClient.awaitOpen();
        subscription =
                stream.subscribe("events:vm", "test-" + UUID.randomUUID(), fact -> facts.add(new JsonObject(fact)));
    }

    @AfterEach
    void tidyUp() {
        driver.failWith(null);
        service.endAll();
        subscription.close();
    }

    @Test
    void neverExceedsItsCapacityUnderFiftyParallelCreates() throws InterruptedException {
        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> create = () -> service.create("{}").extract().statusCode();
            statuses = threads
                    .invokeAll(IntStream.range(0, 50).mapToObj(_ -> create).toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(4);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(46);
        service.create("{}").statusCode(400).body("code", equalTo("err_exceeded_vm_limit"));
        await().untilAsserted(() -> assertThat(driver.running()).hasSize(4));
    }

    /** More at once than there are seats: none may be told that it is full. Often, for it is a race. */
    @RepeatedTest(10)
    void givesOneVmToManyCreatesWithOneTag() throws InterruptedException {
        List<String> ids;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> create = () -> service.create("{\"tag\":\"many\"}")
                    .statusCode(200)
                    .extract()
                    .path("session_id");
            ids = threads.invokeAll(IntStream.range(0, 12).mapToObj(_ -> create).toList()).stream()
                    .map(answer -> answer.resultNow())
                    .distinct()
                    .toList();
        }

        assertThat(ids).hasSize(1);
        service.request().get("/v0/vm").then().body("results.id", equalTo(ids));
    }

    @Test
    void publishesTheEndOfACrashedVmOnce() {
        var id = service.aVm("{\"tag\":\"crashing\"}");

        driver.running().get(id).crash();

        await().untilAsserted(() -> assertThat(factsOf(id)).hasSize(1));
        assertThat(factsOf(id).getFirst().getString("reason")).isEqualTo("crashed");
        assertThat(factsOf(id).getFirst().getString("tag")).isEqualTo("crashing");
        service.get(id).statusCode(200).body("termination_date", notNullValue());
    }

    @Test
    void endsAVmWhoseTimeIsUp() {
        var id = service.aVm("{\"timeout\":{\"absolute\":1}}");
        var idle = service.aVm("{\"timeout\":{\"inactive\":1}}");
        var alone = service.aVm("{\"timeout\":{\"offline\":1}}");

        await().untilAsserted(() -> assertThat(driver.running()).doesNotContainKeys(id, idle, alone));
        await().untilAsserted(() -> assertThat(facts)
                .extracting(fact -> fact.getString("vmId") + " " + fact.getString("reason"))
                .contains(id + " absolute", idle + " inactive", alone + " offline"));
    }

    @Test
    void tellsGatewaysWhereAVmIsUntilItIsOver() {
        var created =
                service.create("{\"width\":640,\"height\":480}").statusCode(200).extract();
        var id = created.<String>path("session_id");
        var token = created.<String>path("embed_url").split("token=", 2)[1];
        var embedKey = "embed:" + io.flotilla.kit.secret.Secret.of(token).sha256Hex();

        assertThat(redis.hash(String.class).hgetall("vm:" + id))
                .containsEntry("node", config.broker().url())
                .containsEntry("width", "640")
                .containsEntry("height", "480");
        assertThat(redis.value(String.class).get(embedKey)).isEqualTo(id);

        service.delete(id).statusCode(200);
        assertThat(redis.key().exists("vm:" + id, embedKey)).isZero();
    }

    @Test
    void refillsThePoolAndReplacesWhatDied() {
        await().untilAsserted(() -> assertThat(pool.ready()).isEqualTo(1));
        var pooled = blank();

        pooled.crash();
        await().untilAsserted(() -> {
            assertThat(pool.ready()).isEqualTo(1);
            assertThat(blank()).isNotSameAs(pooled);
        });
    }

    @Test
    void answersWithTryAgainWhenNoBrowserComesUp() {
        driver.failWith("No Chromium was found");
        await().untilAsserted(() -> {
            driver.running().values().forEach(InMemoryBrowser::crash);
            assertThat(pool.ready()).isZero();
        });

        service.create("{\"tag\":\"later\"}")
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("err_unavailable"));
        io.restassured.RestAssured.get("/q/health/ready").then().statusCode(503);

        driver.failWith(null);
        service.aVm("{\"tag\":\"later\"}");
    }

    @Test
    void startsAPictureThatNoPooledBrowserCanShowCold() {
        var id = service.aVm("{\"width\":1080,\"height\":1920}");

        var browser = driver.running().get(id);
        assertThat(browser.slot().cap().height()).isEqualTo(1920);
    }

    @Test
    void closesTheRecordsOfALostProcess() {
        var lost = new Vm(
                UUID.randomUUID().toString(),
                "service:session-service",
                "lost",
                null,
                "lost-node",
                Instant.parse("2026-01-01T00:00:00Z"),
                new VmState.Starting(),
                new StoredTokens("e", "a", "s"));
        records.insert(lost);
        records.running(lost.id());

        opening.closeRecordsOf("lost-node");

        assertThat(records.find(lost.id()).orElseThrow().state())
                .isInstanceOfSatisfying(
                        VmState.Ended.class, end -> assertThat(end.reason()).isEqualTo(EndReason.BROKER_LOST));
        await().untilAsserted(() -> assertThat(factsOf(lost.id())).hasSize(1));
    }

    @Test
    void endsWhatAnotherNodeWasAskedToEnd() {
        var id = service.aVm("{}");

        records.ending(id, EndReason.REQUESTED);

        await().untilAsserted(() -> assertThat(driver.running()).doesNotContainKey(id));
        await().untilAsserted(() -> assertThat(factsOf(id)).hasSize(1));
    }

    private InMemoryBrowser blank() {
        return driver.running().values().stream()
                .filter(browser -> browser.claimed() == null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("none is blank"));
    }

    private List<JsonObject> factsOf(String id) {
        return facts.stream().filter(fact -> fact.getString("vmId").equals(id)).toList();
    }
}
