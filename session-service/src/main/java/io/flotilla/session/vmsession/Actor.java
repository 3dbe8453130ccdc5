package io.flotilla.session.vmsession;

/** Who asks for something, as far as rights go. */
public record Actor(String userId, boolean admin) {}
