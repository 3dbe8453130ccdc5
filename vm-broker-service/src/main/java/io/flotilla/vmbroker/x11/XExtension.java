package io.flotilla.vmbroker.x11;

/** An extension's major opcode and the number of its first event. */
public record XExtension(int opcode, int firstEvent) {
    public XRequest request(int minor) {
        return XRequest.of(opcode, minor);
    }
}
