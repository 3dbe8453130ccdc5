package io.flotilla.vmbroker.api;

import io.flotilla.kit.http.Origin;
import io.flotilla.vmbroker.life.FindVms;
import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmState;
import io.flotilla.vmbroker.vm.VmTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** VMs as the dialect shows them; times are RFC 3339. */
@ApplicationScoped
public class VmAnswers {
    private final Origin origin;

    public VmAnswers(Origin origin) {
        this.origin = origin;
    }

    Map<String, Object> created(Vm vm, VmTokens tokens) {
        return Map.of(
                "session_id",
                vm.id(),
                "embed_url",
                embedUrl(vm, tokens),
                "admin_token",
                tokens.admin().reveal());
    }

    /** Once it is over nothing opens it, so there is nothing to show. */
    Map<String, Object> details(Vm vm, Optional<VmTokens> tokens) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("session_id", vm.id());
        answer.put("embed_url", tokens.map(keys -> embedUrl(vm, keys)).orElse(null));
        answer.put("admin_token", tokens.map(keys -> keys.admin().reveal()).orElse(null));
        answer.put("creation_date", vm.createdAt().toString());
        answer.put(
                "termination_date",
                vm.state() instanceof VmState.Ended end ? end.at().toString() : null);
        return answer;
    }

    Map<String, Object> page(List<Vm> vms) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("results", vms.stream().map(VmAnswers::entry).toList());
        answer.put("next", vms.size() == FindVms.PAGE ? vms.getLast().id() : null);
        return answer;
    }

    /** The tag is more than the dialect has; by it an owner finds the VM of a create whose answer it never got. */
    private static Map<String, Object> entry(Vm vm) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", vm.id());
        entry.put("creation_date", vm.createdAt().toString());
        entry.put("tag", vm.tag());
        return entry;
    }

    private String embedUrl(Vm vm, VmTokens tokens) {
        return origin.value() + "/vm/" + vm.id() + "?token=" + tokens.embed().reveal();
    }
}
