package io.flotilla.auth.account;

/**
 * A rule that what somebody wants for an account breaks, as the answer tells it.
 *
 * @param field of the body
 * @param rule one word for programs
 * @param message a sentence for people
 */
public record Broken(String field, String rule, String message) {}
