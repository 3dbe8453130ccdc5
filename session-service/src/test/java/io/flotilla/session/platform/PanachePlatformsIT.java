package io.flotilla.session.platform;

import io.flotilla.session.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PanachePlatformsIT extends PlatformsContract {
    @Inject
    Platforms platforms;

    @Override
    protected Platforms platforms() {
        return platforms;
    }
}
