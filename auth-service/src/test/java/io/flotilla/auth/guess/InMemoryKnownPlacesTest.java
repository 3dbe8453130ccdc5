package io.flotilla.auth.guess;

class InMemoryKnownPlacesTest extends KnownPlacesContract {
    private final KnownPlaces places = new InMemoryKnownPlaces();

    @Override
    KnownPlaces places() {
        return places;
    }
}
