package io.flotilla.socket.packet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** JSON within limits. */
final class Json {
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_NAME = 10_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** For text with half a surrogate pair, which has no UTF-8: clients may send such as an escape. */
    private static final ObjectWriter ESCAPING = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Json() {}

    /** Empty when it is none, or over a limit. */
    static Optional<JsonNode> read(byte[] utf8, int from, int to) {
        try {
            var read = MAPPER.readTree(utf8, from, to - from);
            return read.isMissingNode() ? Optional.empty() : Optional.of(read);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static void write(JsonNode node, OutputStream out) {
        try {
            out.write(bytes(node));
        } catch (IOException e) {
            throw new IllegalStateException("Memory takes everything", e);
        }
    }

    private static byte[] bytes(JsonNode node) throws IOException {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            return ESCAPING.writeValueAsBytes(node);
        }
    }
}
