package io.flotilla.kit.csrf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds {@code csrf_token} in a JSON or form body and leaves the body as it was. Bodies beyond 64 KiB must use the header. */
@Singleton
final class BodyToken {
    private static final String FIELD = "csrf_token";
    private static final int LONGEST = 64 * 1024;

    private final ObjectMapper json;

    BodyToken(ObjectMapper json) {
        this.json = json;
    }

    @Nullable
    String find(ContainerRequestContext request, @Nullable String mediaType) throws IOException {
        boolean form = CsrfDecision.isForm(mediaType);
        // On an event loop the body cannot be waited for: such a route's clients use the header.
        if (!(form || CsrfDecision.isJson(mediaType)) || !BlockingOperationControl.isBlockingAllowed()) {
            return null;
        }
        var stream = request.getEntityStream();
        var read = stream.readNBytes(LONGEST);
        var head = new ByteArrayInputStream(read);
        request.setEntityStream(read.length < LONGEST ? head : new SequenceInputStream(head, stream));
        if (read.length == LONGEST) {
            return null;
        }
        return form ? inForm(new String(read, StandardCharsets.UTF_8)) : inJson(read);
    }

    private @Nullable String inJson(byte[] body) throws IOException {
        try {
            var tree = json.readTree(body);
            return tree == null ? null : tree.path(FIELD).textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable String inForm(String body) {
        for (var pair : body.split("&", -1)) {
            if (pair.startsWith(FIELD + "=")) {
                try {
                    return URLDecoder.decode(pair.substring(FIELD.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    return null;
                }
            }
        }
        return null;
    }
}
