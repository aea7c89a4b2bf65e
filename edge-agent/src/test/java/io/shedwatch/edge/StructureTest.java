package io.shedwatch.edge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** Who may import what, who touches the world, and where time comes from. */
@AnalyzeClasses(
    packages = "io.shedwatch.edge",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class StructureTest {
  private static final String EDGE = "io.shedwatch.edge";

  @ArchTest
  static final ArchRule ONLY_MODBUS_TOUCHES_MODBUS =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.Modbus[^.]*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.ghgande..", "com.fazecast..");

  @ArchTest
  static final ArchRule ONLY_MQTT_TOUCHES_PAHO =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.Mqtt[^.]*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.paho..");

  @ArchTest
  static final ArchRule ONLY_SQLITE_TOUCHES_SQL =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.Sqlite[^.]*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..");

  @ArchTest
  static final ArchRule RULES_TOUCH_NOTHING =
      classes()
          .that()
          .resideInAnyPackage(EDGE + ".usage", EDGE + ".protect")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java.lang..",
                  "java.util",
                  "java.util.function",
                  "java.util.stream",
                  "org.jspecify.annotations",
                  "io.shedwatch.contract",
                  EDGE + ".usage",
                  EDGE + ".protect",
                  EDGE + ".meter"));

  @ArchTest
  static final ArchRule RULES_KNOW_OF_METERS_ONLY_THE_VALUES =
      noClasses()
          .that()
          .resideInAnyPackage(EDGE + ".usage", EDGE + ".protect")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              EDGE.replace(".", "\\.")
                  + "\\.meter\\.(Modbus.*|Devices|File.*|Simulated.*|Replay.*|Relay|Meter)");

  @ArchTest
  static final ArchRule METERS_KNOW_ONLY_SETTINGS =
      noClasses()
          .that()
          .resideInAPackage(EDGE + ".meter")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              EDGE, EDGE + ".usage", EDGE + ".protect", EDGE + ".spool", EDGE + ".uplink");

  @ArchTest
  static final ArchRule SETTINGS_KNOW_NOBODY =
      noClasses()
          .that()
          .resideInAPackage(EDGE + ".settings")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              EDGE,
              EDGE + ".meter",
              EDGE + ".usage",
              EDGE + ".protect",
              EDGE + ".spool",
              EDGE + ".uplink");

  @ArchTest
  static final ArchRule THE_LOOP_KNOWS_NEITHER_SPOOL_NOR_UPLINK =
      noClasses()
          .that()
          .resideInAPackage(EDGE)
          .and()
          .haveNameNotMatching(".*\\.(Edge)?Agent(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EDGE + ".spool", EDGE + ".uplink");

  @ArchTest
  static final ArchRule NO_HIDDEN_CLOCK =
      noClasses()
          .that()
          .doNotHaveSimpleName("EdgeAgent")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(java.time.InstantSource.class, "system");
}
