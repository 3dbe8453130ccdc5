package io.flotilla.auth.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.flotilla.auth.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with an account, as they see themselves. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(String id, String username, @Nullable String email, List<String> roles) {
    static Person of(Account account) {
        return new Person(
                account.id(),
                account.username(),
                account.email(),
                account.roles().stream().sorted().toList());
    }

    /** The answer to whoever has just been signed in. */
    public record SignedIn(
            Person user,
            @JsonProperty("csrf_token") @Nullable String csrfToken) {}
}
