package io.flotilla.systemtests.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back from a call. */
public record Answer(int status, HttpHeaders headers, String body) {
    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The body as a JSON object; fails, quoting it, when it is none. */
    public JsonObject json() {
        try {
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonSyntaxException | IllegalStateException e) {
            throw new AssertionError("not a JSON object: " + status + " " + body, e);
        }
    }

    /** A string of the body; fails, quoting it, when it is missing. */
    public String text(String field) {
        var value = json().get(field);
        if (value == null || !value.isJsonPrimitive()) {
            throw new AssertionError("no " + field + " in " + status + " " + body);
        }
        return value.getAsString();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
