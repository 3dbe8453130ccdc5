package io.flotilla.socket.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes that come in pieces are UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. Not thread-safe. */
public final class Utf8Check {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int FIRST_CONTINUATION = 0x80;
    private static final int LAST_CONTINUATION = 0xBF;

    /** Continuation bytes that the character begun still needs. */
    private int missing;
    /** What the next of them may be; narrower than usual only right after some first bytes. */
    private int lowest = FIRST_CONTINUATION;

    private int highest = LAST_CONTINUATION;

    public static boolean isUtf8(byte[] bytes, int from, int to) {
        var check = new Utf8Check();
        return check.accepts(bytes, from, to) && check.isComplete();
    }

    /** False once something cannot become UTF-8 any more, whatever follows. */
    boolean accepts(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++) {
            if (missing == 0) {
                i = afterAscii(bytes, i, to);
                if (i == to) {
                    return true;
                }
                if (!begin(bytes[i] & 0xFF)) {
                    return false;
                }
            } else if (!goOn(bytes[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no character is left half-said. */
    boolean isComplete() {
        return missing == 0;
    }

    void reset() {
        missing = 0;
        lowest = FIRST_CONTINUATION;
        highest = LAST_CONTINUATION;
    }

    private static int afterAscii(byte[] bytes, int from, int to) {
        var i = from;
        while (i + Long.BYTES <= to && ((long) LONGS.get(bytes, i) & NOT_ASCII) == 0) {
            i += Long.BYTES;
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    private boolean begin(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            missing = 1;
        } else if (first >= 0xE0 && first <= 0xEF) {
            missing = 2;
            lowest = first == 0xE0 ? 0xA0 : FIRST_CONTINUATION;
            highest = first == 0xED ? 0x9F : LAST_CONTINUATION;
        } else if (first >= 0xF0 && first <= 0xF4) {
            missing = 3;
            lowest = first == 0xF0 ? 0x90 : FIRST_CONTINUATION;
            highest = first == 0xF4 ? 0x8F : LAST_CONTINUATION;
        } else {
            return false;
        }
        return true;
    }

    private boolean goOn(int next) {
        if (next < lowest || next > highest) {
            return false;
        }
        missing--;
        lowest = FIRST_CONTINUATION;
        highest = LAST_CONTINUATION;
        return true;
    }
}
