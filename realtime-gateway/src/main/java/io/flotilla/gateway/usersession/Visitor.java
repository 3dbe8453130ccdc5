package io.flotilla.gateway.usersession;

/**
 * Who listens.
 *
 * @param sessionId public handle of the user session; opens nothing
 */
record Visitor(String userId, String sessionId) {}
