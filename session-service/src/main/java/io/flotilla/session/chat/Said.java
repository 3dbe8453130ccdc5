package io.flotilla.session.chat;

/**
 * A message, and whose it is: a visitor's become the account's that they sign in to.
 *
 * @param userId empty when the record of the session has forgotten the stay it was said in
 */
public record Said(ChatMessage message, String userId) {}
