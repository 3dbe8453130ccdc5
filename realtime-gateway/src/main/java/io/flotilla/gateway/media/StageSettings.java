package io.flotilla.gateway.media;

import java.time.Duration;

/**
 * What governs one VM's fan-out.
 *
 * @param window least bytes a viewer may be behind
 * @param lag or as much as the stream yields in this time, when that is more
 * @param keyFrameInterval at most one wish for a key frame per this
 * @param stall how long a viewer may take nothing
 * @param linger how long the upstream stays after the last viewer
 * @param patience how long the upstream may be away
 */
record StageSettings(
        long window, Duration lag, Duration keyFrameInterval, Duration stall, Duration linger, Duration patience) {}
