package io.flotilla.gateway.presence;

import io.flotilla.gateway.protocol.GatewayMessages.Person;
import java.util.List;

/** Where each socket of this node says who is there. Thread-safe; nothing here blocks. */
public interface Roll {
    /** Somebody is connected; also when what was said of this connection has changed. */
    void enter(String vmId, Attendance attendance);

    void leave(String vmId, String connectionId);

    /** The people of a VM as far as they are known here by now. */
    List<Person> known(String vmId);
}
