package io.flotilla.gateway.retry;

class InMemoryCommandsTest extends CommandsContract {
    private final Commands commands = new InMemoryCommands();

    @Override
    Commands commands() {
        return commands;
    }
}
