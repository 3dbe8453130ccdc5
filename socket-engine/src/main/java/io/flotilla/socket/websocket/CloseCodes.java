package io.flotilla.socket.websocket;

/** Which numbers may stand in a close frame. */
final class CloseCodes {
    /** Stands for a close frame without a code; never sent. */
    static final int NONE = 1005;

    private static final int LAST_DEFINED = 1014;
    private static final int RESERVED = 1004;
    private static final int ABNORMAL = 1006;
    private static final int FIRST_OF_LIBRARIES = 3000;
    private static final int LAST_OF_APPLICATIONS = 4999;

    private CloseCodes() {}

    static boolean maySend(int code) {
        if (code >= FIRST_OF_LIBRARIES) {
            return code <= LAST_OF_APPLICATIONS;
        }
        return code >= 1000 && code <= LAST_DEFINED && code != RESERVED && code != NONE && code != ABNORMAL;
    }
}
