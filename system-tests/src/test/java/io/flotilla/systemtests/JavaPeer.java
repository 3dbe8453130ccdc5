package io.flotilla.systemtests;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.flotilla.systemtests.peers.Peer;
import io.flotilla.systemtests.peers.PeerSocket;
import io.flotilla.systemtests.peers.Visit;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.json.JSONArray;
import org.json.JSONException;

/** The Java client {@code io.socket:socket.io-client}. */
final class JavaPeer implements Peer {
    private static final Gson GSON = new Gson();

    @Override
    public PeerSocket open(Visit visit) {
        var options = new IO.Options();
        options.forceNew = true;
        options.transports = visit.transports().toArray(String[]::new);
        options.reconnection = visit.reconnects();
        options.reconnectionDelay = 200;
        options.reconnectionDelayMax = 1000;
        options.auth = visit.auth().asMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getAsString()));
        options.extraHeaders = visit.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        options.query = visit.query().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return new JavaSocket(IO.socket(visit.base().resolve(visit.namespace()), options));
    }

    @Override
    public void close() {}

    private static final class JavaSocket extends PeerSocket {
        private final Socket socket;

        JavaSocket(Socket socket) {
            this.socket = socket;
            socket.on(Socket.EVENT_CONNECT, args -> hear(line("connect")));
            socket.on(Socket.EVENT_DISCONNECT, args -> hear(line("disconnect", "reason", args)));
            socket.on(Socket.EVENT_CONNECT_ERROR, args -> hear(line("connect_error", "message", args)));
            socket.onAnyIncoming(args -> hear(event(args)));
            socket.connect();
        }

        @Override
        protected void send(String event, JsonArray args, Optional<Integer> ack) {
            var values = args.asList().stream().map(JavaSocket::value).toArray();
            ack.ifPresentOrElse(
                    number -> socket.emit(event, values, (Ack) answer -> {
                        var line = line("ack");
                        line.addProperty("ack", number);
                        line.add("args", json(answer));
                        hear(line);
                    }),
                    () -> socket.emit(event, values));
        }

        @Override
        public void close() {
            socket.disconnect();
        }

        private static JsonObject event(Object... args) {
            var line = line("event");
            var all = json(args);
            line.add("event", all.remove(0));
            line.add("args", all);
            return line;
        }

        private static JsonObject line(String on) {
            var line = new JsonObject();
            line.addProperty("on", on);
            return line;
        }

        private static JsonObject line(String on, String name, Object... args) {
            var line = line(on);
            line.addProperty(name, args.length == 0 ? "" : String.valueOf(args[0]));
            return line;
        }

        private static JsonArray json(Object... values) {
            var array = new JSONArray();
            for (var value : values) {
                array.put(value);
            }
            return JsonParser.parseString(array.toString()).getAsJsonArray();
        }

        private static Object value(com.google.gson.JsonElement element) {
            try {
                return new JSONArray("[" + GSON.toJson(element) + "]").get(0);
            } catch (JSONException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
