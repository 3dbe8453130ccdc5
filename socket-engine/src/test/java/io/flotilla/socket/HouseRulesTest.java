package io.flotilla.socket;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.flotilla.testkit.HouseRules;

@AnalyzeClasses(packages = "io.flotilla.socket", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest extends HouseRules {}
