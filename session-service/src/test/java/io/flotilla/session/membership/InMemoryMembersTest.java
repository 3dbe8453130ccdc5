package io.flotilla.session.membership;

import java.util.Set;
import java.util.stream.Collectors;

class InMemoryMembersTest extends MembersContract {
    private final InMemoryMembers members = new InMemoryMembers();

    @Override
    protected Members members() {
        return members;
    }

    @Override
    protected Set<String> inside(String vm) {
        return members.of(vm).stream().map(Member::participantId).collect(Collectors.toSet());
    }
}
