package io.flotilla.session;

import io.flotilla.session.vmsession.Control;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Role;
import io.flotilla.session.vmsession.Setup;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessionFixtures;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The examples of {@code contracts}, and the VM session they are about. */
public final class Golden {
    public static final Instant NOON = Instant.parse("2100-01-01T12:00:00Z");

    private Golden() {}

    public static JsonObject example(String name) {
        try (var in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("no example " + name, e);
        }
    }

    public static VmSession session() {
        var ada = Participant.joining("p-ada", new Person("ada", "Ada", ""), Role.OWNER, NOON);
        var bob = Participant.joining("p-bob", new Person("bob", "Bob", ""), Role.VIEWER, NOON.plusSeconds(1));
        return VmSession.open(VmSessionFixtures.ID, ada, new Setup("chromium", VmSessionFixtures.TIMEOUTS), NOON)
                .live("vm-1", NOON)
                .orElseThrow()
                .joined(bob)
                .shared(NOON)
                .controlled(new Control(Control.Mode.QUEUED, 30))
                .withVersion(7);
    }
}
