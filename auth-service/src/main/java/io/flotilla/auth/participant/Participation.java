package io.flotilla.auth.participant;

import io.flotilla.auth.token.Token;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who takes part in what, as asked for; unchecked. */
public record Participation(
        @Nullable String userId,
        @Nullable String participantId,
        @Nullable String vmId,
        @Nullable String vmSessionId,
        @Nullable String role,
        @Nullable String name,
        @Nullable String sid) {
    private static final Set<String> ROLES = Set.of("owner", "controller", "viewer");
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_NAME = 64;

    /** What checking came to. */
    public sealed interface Checked {}

    public record Right(Token.Participant token) implements Checked {}

    /** The first field that is not as it should be. */
    public record Wrong(String field) implements Checked {}

    /** All fields but the session are needed; ids are short, the role is one of ours, the name fits on a label. */
    public Checked check() {
        if (userId == null || !isId(userId)) {
            return new Wrong("userId");
        }
        if (participantId == null || !isId(participantId)) {
            return new Wrong("participantId");
        }
        if (vmId == null || !isId(vmId)) {
            return new Wrong("vmId");
        }
        if (vmSessionId == null || !isId(vmSessionId)) {
            return new Wrong("vmSessionId");
        }
        if (role == null || !ROLES.contains(role)) {
            return new Wrong("role");
        }
        if (name == null || name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return new Wrong("name");
        }
        if (sid != null && !isId(sid)) {
            return new Wrong("sid");
        }
        return new Right(new Token.Participant(userId, participantId, vmId, vmSessionId, role, name, sid));
    }

    private static boolean isId(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID;
    }
}
