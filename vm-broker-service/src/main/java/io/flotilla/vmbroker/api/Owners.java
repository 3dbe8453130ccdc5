package io.flotilla.vmbroker.api;

import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.problem.Problem;
import java.util.function.Function;

/** Whose VMs a caller deals with: a service's, a tenant's, or one API client's. Users of the pages have no business here. */
final class Owners {
    private static final String API_ROLE = "api";

    private Owners() {}

    /** The owner's name in the record, or the refusal handed to {@code refuse}. */
    static String of(Caller caller, Function<Problem, RuntimeException> refuse) {
        return switch (caller) {
            case Caller.Service service -> "service:" + service.name();
            case Caller.User user
            when user.roles().contains(API_ROLE) ->
                user.tenant() == null ? "user:" + user.userId() : "tenant:" + user.tenant();
            case Caller.User _ ->
                throw refuse.apply(
                        DialectError.FORBIDDEN.saying("This needs an API key; sessions of the pages have none"));
            case Caller.Nobody _ -> throw refuse.apply(DialectError.UNAUTHENTICATED.saying("Invalid API key"));
        };
    }
}
