package io.flotilla.kit.fact;

class InMemoryFactStreamTest extends FactStreamContract {
    private final FactStream facts = new InMemoryFactStream();

    @Override
    FactStream facts() {
        return facts;
    }
}
