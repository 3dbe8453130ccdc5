package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Hands signals to the features that know them. On event loops; thread-safe. */
@Singleton
final class SignalDesk {
    private final Map<String, RoomSignal> signals = new HashMap<>();

    @Inject
    SignalDesk(Instance<RoomSignal> signals) {
        this((Iterable<RoomSignal>) signals);
    }

    SignalDesk(Iterable<RoomSignal> signals) {
        signals.forEach(signal -> this.signals.put(signal.name(), signal));
    }

    boolean knows(String name) {
        return signals.containsKey(name);
    }

    void heard(RoomSeat seat, String name, JsonNode args) {
        var signal = signals.get(name);
        if (signal != null) {
            signal.heard(seat, args);
        }
    }
}
