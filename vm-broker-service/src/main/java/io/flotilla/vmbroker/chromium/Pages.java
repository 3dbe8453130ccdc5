package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.devtools.DevTools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The DevTools sessions of the browser's tabs, and which of them is shown. Thread-safe. */
final class Pages {
    private final DevTools devTools;
    /** Target id → session id. */
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    private final List<Consumer<String>> arrivals = new CopyOnWriteArrayList<>();
    private volatile @Nullable String shown;

    Pages(DevTools devTools) {
        this.devTools = devTools;
        devTools.listen(this::on);
    }

    /** Attaches to every tab there is and will be. */
    void follow() {
        devTools.ask(
                null,
                "Target.setAutoAttach",
                Map.of(
                        "autoAttach", true,
                        "waitForDebuggerOnStart", true,
                        "flatten", true,
                        "filter", List.of(Map.of("type", "page"))));
    }

    /** Called with the session of each tab, before its first page loads; on the reader thread. */
    void onArrival(Consumer<String> listener) {
        arrivals.add(listener);
        sessions.values().forEach(listener);
    }

    /** The agent says which target is shown. */
    void shown(String target) {
        shown = target;
    }

    Optional<String> session(String target) {
        return Optional.ofNullable(sessions.get(target));
    }

    List<String> targets() {
        return List.copyOf(sessions.keySet());
    }

    List<String> sessions() {
        return List.copyOf(sessions.values());
    }

    Optional<String> shownSession() {
        var target = shown;
        return target == null ? sessions.values().stream().findFirst() : Optional.ofNullable(sessions.get(target));
    }

    private void on(DevTools.Event event) {
        switch (event.method()) {
            case "Target.attachedToTarget" -> {
                var target = event.params().path("targetInfo");
                if (target.path("type").asText().equals("page")) {
                    var session = event.params().path("sessionId").asText();
                    sessions.put(target.path("targetId").asText(), session);
                    arrivals.forEach(listener -> listener.accept(session));
                    devTools.tell(session, "Runtime.runIfWaitingForDebugger", Map.of());
                }
            }
            case "Target.detachedFromTarget" ->
                sessions.values().remove(event.params().path("sessionId").asText());
            default -> {}
        }
    }
}
