package io.flotilla.vmbroker.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.vmbroker.egress.EgressGuards;
import io.flotilla.vmbroker.life.CreateResult;
import io.flotilla.vmbroker.life.CreateVm;
import io.flotilla.vmbroker.life.EndRequested;
import io.flotilla.vmbroker.life.FindVms;
import io.flotilla.vmbroker.vm.Vm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v0/vm}: create, list, look at and end VMs. */
@Path("/v0/vm")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(responseCode = "401", description = "no or bad API key")
@APIResponse(responseCode = "403", description = "a user of the pages, not an API client")
@APIResponse(responseCode = "503", description = "not now; Retry-After says when")
public class VmResource {
    private final CurrentCaller caller;
    private final CreateVm createVm;
    private final FindVms vms;
    private final EndRequested endVm;
    private final VmAnswers answers;
    private final Bodies bodies;

    public VmResource(
            CurrentCaller caller,
            CreateVm createVm,
            FindVms vms,
            EndRequested endVm,
            VmAnswers answers,
            Bodies bodies) {
        this.caller = caller;
        this.createVm = createVm;
        this.vms = vms;
        this.endVm = endVm;
        this.answers = answers;
        this.bodies = bodies;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @APIResponse(responseCode = "200", description = "it runs")
    @APIResponse(responseCode = "400", description = "a parameter is wrong, or there is no room")
    public Map<String, Object> create(@Nullable String body) {
        var owner = owner();
        return switch (createVm.create(owner, bodies.spec(body))) {
            case CreateResult.Running(var vm, var tokens) -> answers.created(vm, tokens);
            case CreateResult.Full(var capacity) ->
                throw DialectError.EXCEEDED_VM_LIMIT
                        .saying("All " + capacity + " VMs of this server are in use")
                        .asException();
            case CreateResult.NotNow(var why) ->
                throw DialectError.UNAVAILABLE.saying(why).asException();
        };
    }

    @GET
    @APIResponse(responseCode = "200", description = "running VMs, 100 a page")
    public Map<String, Object> list(@QueryParam("after_id") @Nullable String afterId) {
        return answers.page(vms.page(owner(), Optional.ofNullable(afterId)));
    }

    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", description = "running or over")
    @APIResponse(responseCode = "404", description = "not one of the caller's")
    public Map<String, Object> one(@PathParam("id") String id) {
        var vm = own(id);
        return answers.details(vm, vms.tokens(vm));
    }

    @DELETE
    @Path("/{id}")
    @APIResponse(responseCode = "200", description = "nothing is left of it")
    @APIResponse(responseCode = "404", description = "not one of the caller's")
    public Map<String, Object> end(@PathParam("id") String id) {
        var vm = own(id);
        if (!endVm.end(vm)) {
            throw DialectError.UNAVAILABLE
                    .saying("The VM is being ended but is not gone yet")
                    .asException();
        }
        return Map.of("session_id", vm.id());
    }

    private String owner() {
        return Owners.of(caller.get(), Problem::asException);
    }

    private Vm own(String id) {
        return vms.one(owner(), id)
                .orElseThrow(() -> DialectError.NOT_FOUND.saying("No such VM").asException());
    }

    /** Bodies as wishes; kept apart so that the resource only routes. */
    @jakarta.enterprise.context.ApplicationScoped
    public static class Bodies {
        private final ObjectMapper json;
        private final SpecReader reader;

        public Bodies(ObjectMapper json, EgressGuards guards) {
            this.json = json;
            this.reader = new SpecReader(new StartUrls(guards::refusalOf));
        }

        io.flotilla.vmbroker.vm.VmSpec spec(@Nullable String body) {
            return switch (reader.read(parsed(body))) {
                case SpecReader.Outcome.Read(var spec) -> spec;
                case SpecReader.Outcome.Wrong(var faults) ->
                    throw DialectError.BAD_REQUEST
                            .saying(String.join("; ", faults))
                            .asException();
            };
        }

        private JsonNode parsed(@Nullable String body) {
            if (body == null || body.isBlank()) {
                return json.createObjectNode();
            }
            try {
                var parsed = json.readTree(body);
                if (parsed.isObject()) {
                    return parsed;
                }
            } catch (JsonProcessingException _) {
                // said below; the parser's words would repeat the body
            }
            throw DialectError.BAD_REQUEST
                    .saying("The body must be a JSON object, or empty")
                    .asException();
        }
    }
}
