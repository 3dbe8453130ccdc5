package io.flotilla.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

/**
 * Rules every service keeps. A service's {@code HouseRulesTest} extends this and says with {@code @AnalyzeClasses} where its classes
 * are; {@code importOptions = ImportOption.DoNotIncludeTests.class}.
 */
@AnalyzeClasses(packages = "io.flotilla", importOptions = ImportOption.DoNotIncludeTests.class)
public abstract class HouseRules {
    /** HTTP belongs to the edge of a service; the inside speaks in types of its own. */
    @ArchTest
    static final ArchRule onlyTheEdgeKnowsHttp = noClasses()
            .that()
            .haveNameNotMatching(".*(Resource|Filter|Mapper|Problems|Application)(\\$.*)?")
            .and()
            .resideOutsideOfPackage("io.flotilla.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule onlyRedisAdaptersKnowRedis = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Redis[^.]*")
            .and()
            .haveNameNotMatching(".*(Readiness|Reachable)[^.]*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.redis..", "io.vertx.redis..", "io.vertx.mutiny.redis..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.flotilla.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependenciesComeByConstructor =
            fields().should().notBeAnnotatedWith(jakarta.inject.Inject.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeComesFromAnInjectedSource = noClasses()
            .that()
            .resideOutsideOfPackage("io.flotilla.kit..")
            .should()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule idsComeFromAnInjectedSource = noClasses()
            .that()
            .resideOutsideOfPackage("io.flotilla.kit..")
            .should()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)");
}
