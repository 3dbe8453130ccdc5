package io.flotilla.gateway.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Writes what the gateway itself says, to players and to the VM's broker. */
public final class GatewayMessages {
    private GatewayMessages() {}

    /** Somebody who is connected, over all nodes. */
    public record Person(String participantId, String name, Role role, int connections) {}

    /** The first message on a player's socket. */
    public record Welcome(
            String connectionId,
            String participantId,
            String name,
            Role role,
            boolean mayControl,
            String vmId,
            int width,
            int height) {}

    public static String welcome(Welcome welcome) {
        return Json.message("welcome")
                .put("connectionId", welcome.connectionId())
                .put("participantId", welcome.participantId())
                .put("name", welcome.name())
                .put("role", welcome.role().word())
                .put("vmId", welcome.vmId())
                .put("width", welcome.width())
                .put("height", welcome.height())
                .put("mayControl", welcome.mayControl())
                .toString();
    }

    public static String presence(List<Person> people) {
        var message = Json.message("presence");
        var array = message.putArray("people");
        for (var person : people) {
            array.addObject()
                    .put("participantId", person.participantId())
                    .put("name", person.name())
                    .put("role", person.role().word())
                    .put("connections", person.connections());
        }
        return message.toString();
    }

    public static String role(Role role, boolean mayControl) {
        return Json.message("role")
                .put("role", role.word())
                .put("mayControl", mayControl)
                .toString();
    }

    /** The id is JSON already. */
    public static String pong(PlayerMessage.Ping ping) {
        return "{\"type\":\"pong\",\"id\":" + ping.id() + "}";
    }

    public static String viewers(int count, boolean layers, Set<Format> formats) {
        var message = Json.message("viewers").put("count", count).put("layers", layers);
        var array = message.putArray("formats");
        words(formats).forEach(array::add);
        return message.toString();
    }

    public static String keyFrame() {
        return "{\"type\":\"key-frame\"}";
    }

    private static List<String> words(Collection<Format> formats) {
        return formats.stream().sorted().map(Format::word).toList();
    }
}
