package io.flotilla.socket.engineio;

import io.flotilla.socket.EngineSettings;
import io.flotilla.socket.loop.Deadlines;
import io.flotilla.socket.loop.Lane;

/** What all sessions on one event loop share: their lane, their deadlines, and the register of all. */
final class Neighbours {
    final Lane lane;
    final EngineSettings settings;
    final Sessions register;
    final Deadlines<Session> ping;
    final Deadlines<Session> pong;
    final Deadlines<Session> upgrade;
    final Deadlines<Session> entry;
    final Deadlines<Session> lastPoll;

    Neighbours(Lane lane, EngineSettings settings, Sessions register) {
        var loop = lane.loop();
        this.lane = lane;
        this.settings = settings;
        this.register = register;
        this.ping = new Deadlines<>(loop, settings.pingInterval(), Session::ping);
        this.pong = new Deadlines<>(loop, settings.pingTimeout(), session -> session.end(Ending.pongMissed()));
        this.upgrade = new Deadlines<>(
                loop, settings.upgradeTimeout(), session -> session.upgrade().drop());
        this.entry = new Deadlines<>(loop, settings.connectTimeout(), session -> session.end(Ending.nothingEntered()));
        this.lastPoll = new Deadlines<>(loop, settings.pingTimeout(), Session::forget);
    }
}
