package io.flotilla.vmbroker.chromium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.flotilla.vmbroker.agent.AgentEndpoint;
import io.flotilla.vmbroker.browser.BrowserFailed;
import io.flotilla.vmbroker.devtools.DevTools;
import io.flotilla.vmbroker.devtools.DevToolsFailed;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Calls into the extension's service worker by DevTools, which also keeps the worker from being put to sleep. The agent's secret goes
 * this way, so that it is on no disk.
 */
final class AgentControl {
    private static final Logger LOG = Logger.getLogger(AgentControl.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "chrome-extension://" + AgentEndpoint.EXTENSION_ID + "/";
    private static final int UP_WITHIN_SECONDS = 10;
    private static final long PAUSE_NANOS = 5_000_000;

    private final DevTools devTools;
    private final CompletableFuture<String> session = new CompletableFuture<>();

    AgentControl(DevTools devTools) {
        this.devTools = devTools;
        devTools.listen(this::on);
    }

    /** Loads the extension; blocks until its worker can be called. */
    void load(Path extension) {
        devTools.ask(null, "Target.setDiscoverTargets", Map.of("discover", true));
        devTools.ask(null, "Extensions.loadUnpacked", Map.of("path", extension.toString()));
        var worker = session.orTimeout(UP_WITHIN_SECONDS, TimeUnit.SECONDS).join();
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(UP_WITHIN_SECONDS);
        while (System.nanoTime() < deadline) {
            // Attached before its modules have run, the worker has nothing to call yet.
            var answer = devTools.ask(
                    worker, "Runtime.evaluate", Map.of("expression", "typeof flotilla", "returnByValue", true));
            if (answer.path("result").path("value").asText().equals("object")) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new BrowserFailed("The VM agent did not start");
    }

    /** Calls {@code flotilla.<function>} with JSON arguments and waits until what it promised is done. */
    JsonNode call(String function, Object... arguments) {
        return send(function, arguments)
                .orTimeout(UP_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Calls without waiting; a failure is only logged. */
    void tell(String function, Object... arguments) {
        var _ = send(function, arguments).exceptionally(e -> {
            LOG.debugf("agent: %s: %s", function, e.getMessage());
            return NullNode.getInstance();
        });
    }

    private CompletableFuture<JsonNode> send(String function, Object... arguments) {
        if (!session.isDone()) {
            return CompletableFuture.failedFuture(new DevToolsFailed("the agent is not there"));
        }
        var expression = "flotilla." + function
                + Stream.of(arguments).map(AgentControl::json).collect(Collectors.joining(",", "(", ")"));
        return devTools.send(
                        session.join(),
                        "Runtime.evaluate",
                        Map.of("expression", expression, "awaitPromise", true, "returnByValue", true))
                .thenApply(answer -> {
                    var exception = answer.path("exceptionDetails");
                    if (!exception.isMissingNode()) {
                        LOG.warnf(
                                "agent: %s failed: %s",
                                function,
                                exception.path("exception").path("description").asText());
                        throw new DevToolsFailed("the agent failed at " + function);
                    }
                    return answer.path("result").path("value");
                });
    }

    private void on(DevTools.Event event) {
        if (!event.method().equals("Target.targetCreated") || session.isDone()) {
            return;
        }
        var target = event.params().path("targetInfo");
        if (target.path("type").asText().equals("service_worker")
                && target.path("url").asText().startsWith(OURS)) {
            var _ = devTools.send(
                            null,
                            "Target.attachToTarget",
                            Map.of("targetId", target.path("targetId").asText(), "flatten", true))
                    .thenAccept(
                            answer -> session.complete(answer.path("sessionId").asText()));
        }
    }

    private static String json(Object argument) {
        try {
            return JSON.writeValueAsString(argument);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
