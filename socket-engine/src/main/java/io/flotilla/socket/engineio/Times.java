package io.flotilla.socket.engineio;

import io.flotilla.socket.EngineSettings;

/** The deadlines of all sessions on one event loop, and its lane. */
final class Times {
    final Lane lane;
    final Deadlines<Session> ping;
    final Deadlines<Session> pong;
    final Deadlines<Session> upgrade;
    final Deadlines<Session> entry;
    final Deadlines<Session> lastPoll;

    Times(Lane lane, EngineSettings settings) {
        var loop = lane.loop();
        this.lane = lane;
        this.ping = new Deadlines<>(loop, settings.pingInterval(), Session::ping);
        this.pong = new Deadlines<>(loop, settings.pingTimeout(), Session::pongMissed);
        this.upgrade = new Deadlines<>(loop, settings.upgradeTimeout(), Session::upgradeMissed);
        this.entry = new Deadlines<>(loop, settings.connectTimeout(), Session::entryMissed);
        this.lastPoll = new Deadlines<>(loop, settings.pingTimeout(), Session::forget);
    }
}
