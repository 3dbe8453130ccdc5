package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.protocol.Json;

/** Words that existing clients know; they look for “Authentication”. Pure. */
final class StudyErrors {
    static final String EVENT = "error";

    private StudyErrors() {}

    static ObjectNode of(Identity.Reason reason) {
        return reason == Identity.Reason.MISSING
                ? error("unauthenticated", "Authentication required. Please provide a valid token.")
                : over();
    }

    /** Who was somebody is nobody any more, or never was. */
    static ObjectNode over() {
        return error("unauthenticated", "Authentication failed. Please sign in again.");
    }

    static ObjectNode tooMany() {
        return error("too-many", "Too many commands. Please slow down.");
    }

    static ObjectNode notAnObject() {
        return error("invalid", "The command must be an object");
    }

    static ObjectNode unavailable() {
        return error("unavailable", "Study sessions are not available right now. Please try again.");
    }

    private static ObjectNode error(String code, String message) {
        return Json.object().put("code", code).put("message", message);
    }
}
