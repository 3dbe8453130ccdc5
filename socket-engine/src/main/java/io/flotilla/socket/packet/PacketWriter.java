package io.flotilla.socket.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes a server's packets. */
public final class PacketWriter {
    private PacketWriter() {}

    /** A packet as it travels: UTF-8, with the letter that its transport wants before it, and the bytes that follow. */
    public static final class Written {
        private final byte[] text;
        private final List<byte[]> attachments;

        private Written(byte[] text, List<byte[]> attachments) {
            this.text = text;
            this.attachments = attachments;
        }

        public byte[] text() {
            return text;
        }

        public List<byte[]> attachments() {
            return attachments;
        }
    }

    /** An event. The text begins with {@code before}, one ASCII letter. */
    public static Written event(char before, String namespace, String name, JsonNode... args) {
        if (EventNames.isReserved(name)) {
            throw new IllegalArgumentException(name + " is a reserved event name");
        }
        var payload = JsonNodeFactory.instance.arrayNode(1 + args.length).add(name);
        for (var arg : args) {
            payload.add(arg);
        }
        return withAttachments(
                before, PacketType.EVENT, PacketType.BINARY_EVENT, namespace, OptionalLong.empty(), payload);
    }

    public static Written ack(char before, String namespace, long id, JsonNode... args) {
        var payload = JsonNodeFactory.instance.arrayNode(args.length);
        for (var arg : args) {
            payload.add(arg);
        }
        return withAttachments(before, PacketType.ACK, PacketType.BINARY_ACK, namespace, OptionalLong.of(id), payload);
    }

    /** The client is in. {@code recovery} is the private id to continue with, if it can be continued. */
    public static Written entered(char before, String namespace, String id, @Nullable String recovery) {
        var payload = JsonNodeFactory.instance.objectNode().put("sid", id);
        if (recovery != null) {
            payload.put("pid", recovery);
        }
        return plain(before, PacketType.CONNECT, namespace, payload);
    }

    public static Written refused(char before, String namespace, String message, @Nullable JsonNode data) {
        var payload = JsonNodeFactory.instance.objectNode().put("message", message);
        if (data != null) {
            payload.set("data", data);
        }
        return plain(before, PacketType.CONNECT_ERROR, namespace, payload);
    }

    public static Written disconnected(char before, String namespace) {
        return plain(before, PacketType.DISCONNECT, namespace, null);
    }

    private static Written withAttachments(
            char before, PacketType plain, PacketType binary, String namespace, OptionalLong id, JsonNode payload) {
        if (!Attachments.areIn(payload)) {
            return new Written(text(before, plain, 0, namespace, id, payload), List.of());
        }
        var attachments = new ArrayList<byte[]>();
        var json = Attachments.takenFrom(payload, attachments);
        return new Written(text(before, binary, attachments.size(), namespace, id, json), List.copyOf(attachments));
    }

    private static Written plain(char before, PacketType type, String namespace, @Nullable JsonNode payload) {
        return new Written(text(before, type, 0, namespace, OptionalLong.empty(), payload), List.of());
    }

    private static byte[] text(
            char before,
            PacketType type,
            int attachments,
            String namespace,
            OptionalLong id,
            @Nullable JsonNode payload) {
        var head = new StringBuilder().append(before).append(type.digit());
        if (type.hasAttachments()) {
            head.append(attachments).append('-');
        }
        if (!namespace.equals("/")) {
            head.append(namespace).append(',');
        }
        id.ifPresent(head::append);
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        if (payload != null) {
            Json.write(payload, out);
        }
        return out.toByteArray();
    }
}
