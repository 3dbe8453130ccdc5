package io.flotilla.session.broker;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.client.JsonClient.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Speaks the remote browser dialect; what comes back is believed only as far as it has the right shape. */
@ApplicationScoped
class RestVmBroker implements VmBroker {
    private static final int MOST_PAGES = 100;
    private static final int LONGEST_WORDS = 300;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** Of a failing broker's words only these are passed on: they name the setting an operator forgot. */
    private static final Pattern MISSING_SETTING = Pattern.compile("[A-Z][A-Z0-9_]{2,63} not configured");

    private final BrokerCalls calls;

    RestVmBroker(BrokerCalls calls) {
        this.calls = calls;
    }

    @Override
    public Start start(VmOrder order) {
        var fields = new HashMap<>(order.wishes());
        fields.put("tag", order.tag());
        try {
            var answer = calls.post("/v0/vm", fields, order.onBehalfOf());
            return answer.ok() ? started(answer.body()) : refused(answer.status(), answer.body());
        } catch (BrokerUnavailableException e) {
            return new Start.Failed("The browser service cannot be reached", true);
        }
    }

    @Override
    public void end(String vmId) {
        var answer = calls.delete(path(vmId));
        if (!answer.ok() && answer.status() != 404) {
            throw unexpected("ending a VM", answer);
        }
    }

    @Override
    public boolean isRunning(String vmId) {
        var answer = calls.get(path(vmId));
        if (answer.status() == 404) {
            return false;
        }
        if (!answer.ok()) {
            throw unexpected("looking for a VM", answer);
        }
        var terminated = answer.body().path("termination_date");
        return terminated.isMissingNode() || terminated.isNull();
    }

    @Override
    public List<RunningVm> running() {
        var found = new ArrayList<RunningVm>();
        var next = Optional.<String>empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = calls.get(
                    "/v0/vm" + next.map(id -> "?after_id=" + encoded(id)).orElse(""));
            var body = answer.body();
            if (!answer.ok() || !body.path("results").isArray()) {
                throw unexpected("listing VMs", answer);
            }
            body.path("results").forEach(vm -> found.add(runningVm(vm)));
            next = text(body, "next");
            if (next.isEmpty()) {
                return List.copyOf(found);
            }
        }
        throw new BrokerUnavailableException("the list of VMs does not end", null);
    }

    private static Start started(JsonNode body) {
        return text(body, "session_id")
                .filter(id -> ID.matcher(id).matches())
                .<Start>map(Start.Started::new)
                .orElseGet(() -> new Start.Failed("The browser service gave an answer that makes no sense", false));
    }

    private static Start refused(int status, JsonNode body) {
        if (text(body, "code").filter(BrokerCalls.FULL::equals).isPresent()) {
            return new Start.NoCapacity("All browsers of this installation are in use");
        }
        if (text(body, "code").filter("err_bad_request"::equals).isPresent()) {
            return new Start.Unwanted(text(body, "message")
                    .filter(words -> words.length() <= LONGEST_WORDS)
                    .orElse("The browser service does not accept these wishes"));
        }
        var details = text(body, "message")
                .filter(words -> MISSING_SETTING.matcher(words).matches());
        boolean passing = status == 503 || status == 429 || status == 504;
        return new Start.Failed(
                details.orElse(passing ? "The browser service is busy" : "The browser service failed"),
                passing && details.isEmpty());
    }

    private static RunningVm runningVm(JsonNode vm) {
        var id = text(vm, "id").orElseThrow(() -> new BrokerUnavailableException("a VM without id", null));
        return new RunningVm(id, createdAt(vm), text(vm, "tag"));
    }

    private static Instant createdAt(JsonNode vm) {
        try {
            return text(vm, "creation_date")
                    .map(date -> OffsetDateTime.parse(date).toInstant())
                    .orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            throw new BrokerUnavailableException("a VM without a date", e);
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static String path(String vmId) {
        return "/v0/vm/" + encoded(vmId);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static BrokerUnavailableException unexpected(String doing, Answer answer) {
        return new BrokerUnavailableException(doing + " was answered with " + answer.status(), null);
    }
}
