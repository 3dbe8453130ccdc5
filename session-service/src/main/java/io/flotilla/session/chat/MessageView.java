package io.flotilla.session.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages as the gateway is told them, see {@code contracts/internal-rest.md}. */
final class MessageView {
    private MessageView() {}

    static Map<String, Object> of(Said said) {
        var message = said.message();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", message.id());
        body.put("number", message.number());
        body.put("participantId", message.participantId());
        body.put("userId", said.userId());
        body.put("name", message.name());
        if (message.text() == null) {
            body.put("deleted", true);
        } else {
            body.put("text", message.text());
        }
        body.put("at", message.at().toEpochMilli());
        return body;
    }

    /** With the way to the page before, where there may be one. */
    static Map<String, Object> page(List<Said> page, int limit) {
        var body = new LinkedHashMap<String, Object>();
        body.put("messages", page.stream().map(MessageView::of).toList());
        if (page.size() == limit) {
            body.put("before", page.getFirst().message().number());
        }
        return body;
    }
}
