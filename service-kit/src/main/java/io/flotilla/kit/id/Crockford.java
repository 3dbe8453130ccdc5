package io.flotilla.kit.id;

/** Crockford's base 32: no i, l, o, u, so that nobody mistakes one for another or reads a word into it. */
final class Crockford {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private Crockford() {}

    /** Five bits a character, four characters a group; the number of bits must be a multiple of five. */
    static String grouped(byte[] bytes) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        int written = 0;
        for (byte b : bytes) {
            held = (held << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                if (written > 0 && written % 4 == 0) {
                    text.append('-');
                }
                bits -= 5;
                text.append(ALPHABET.charAt((held >> bits) & 31));
                written++;
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }
}
