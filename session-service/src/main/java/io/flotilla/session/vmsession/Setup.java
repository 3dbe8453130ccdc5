package io.flotilla.session.vmsession;

/** What the session was opened with and keeps. */
public record Setup(String platform, Timeouts timeouts) {}
