package io.flotilla.session.chat;

class InMemoryMessagesTest extends MessagesContract {
    private final InMemoryMessages messages = new InMemoryMessages();

    @Override
    protected Messages messages() {
        return messages;
    }

    @Override
    protected String room(String id) {
        return id;
    }
}
