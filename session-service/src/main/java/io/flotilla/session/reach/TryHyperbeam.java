package io.flotilla.session.reach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.kit.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Asks a remote browser API for its list of VMs ({@code GET /v0/vm}), which needs a good key and changes nothing. */
@ApplicationScoped
public class TryHyperbeam {
    private final GuardedCalls calls;
    private final ObjectMapper json;

    public TryHyperbeam(GuardedCalls calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    public Tried at(String instanceUrl, Secret key) {
        var base = instanceUrl.endsWith("/") ? instanceUrl.substring(0, instanceUrl.length() - 1) : instanceUrl;
        return switch (calls.get(URI.create(base + "/v0/vm"), key)) {
            case GuardedCalls.Answer.Forbidden _ ->
                new Tried(false, false, "This address is not public, and the operator has not opened it");
            case GuardedCalls.Answer.Silent _ -> new Tried(false, false, "The platform does not answer");
            case GuardedCalls.Answer.Answered(int status, String body) -> judged(status, body);
        };
    }

    private Tried judged(int status, String body) {
        return switch (status) {
            case 200 ->
                isList(body)
                        ? new Tried(true, true, "The platform answers and accepts the key")
                        : new Tried(true, false, "Something answers there, but it is no browser platform");
            case 401, 403 -> new Tried(true, false, "The platform does not accept the key");
            case 429 -> new Tried(true, false, "The platform answers, but wants fewer calls");
            case 404 -> new Tried(true, false, "Something answers there, but it is no browser platform");
            default ->
                status >= 500
                        ? new Tried(true, false, "The platform answers with a fault of its own")
                        : new Tried(true, false, "Something answers there, but it is no browser platform");
        };
    }

    private boolean isList(String body) {
        try {
            return json.readTree(body).path("results").isArray();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
