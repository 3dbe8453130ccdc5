package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.peers.PeerSocket;
import io.flotilla.systemtests.product.Flotilla;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What scenarios at two nodes' sockets have in common. */
abstract class SocketScenario {
    /** Lets each test in; when one fails, shows what the product says. */
    @RegisterExtension
    final Pier pier = new Pier();

    Harbour harbour() {
        return pier.harbour;
    }

    Flotilla flotilla() {
        return pier.harbour.flotilla;
    }

    /** Waits until the socket heard that event. */
    static JsonObject awaitEvent(PeerSocket socket, String event) {
        Scenario.patiently()
                .untilAsserted(
                        () -> assertThat(socket.story()).as(socket.toString()).contains(event));
        return socket.newest(event).orElseThrow();
    }

    /** The answer to a command, whatever it is. */
    static JsonObject ask(PeerSocket socket, String command, JsonElement argument) {
        return socket.ask(command, argument)
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .get(0)
                .getAsJsonObject();
    }

    /** The answer to a command that must succeed. */
    static JsonObject done(PeerSocket socket, String command, JsonElement argument) {
        var answer = ask(socket, command, argument);
        assertThat(answer.get("ok").getAsBoolean()).as(command + " " + answer).isTrue();
        return answer;
    }

    /** Waits until both nodes let people in. */
    void untilBothNodesAreWell() {
        for (int number = 0; number < 2; number++) {
            var door = harbour().node(number);
            Scenario.veryPatiently()
                    .ignoreExceptions()
                    .until(() -> new ApiVisitor(door).get("/api/health").status() == 200);
        }
    }

    static final class Pier implements BeforeEachCallback, AfterTestExecutionCallback {
        private Harbour harbour;

        @Override
        public void beforeEach(ExtensionContext context) {
            Awaitility.pollInSameThread();
            harbour = Harbour.of(context);
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isPresent()) {
                System.err.println(context.getRequiredTestMethod().getName() + " failed; the product says:\n"
                        + harbour.flotilla.logs());
            }
        }
    }
}
