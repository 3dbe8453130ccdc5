package io.flotilla.gateway.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.Act;

/** Hears what passes through one stage. On its loop; must not block. */
interface StageEars {
    /** The VM said this to all viewers. */
    void said(String type, JsonNode json);

    /** A viewer did this, and was allowed to. */
    void acted(String participantId, Act act);
}
