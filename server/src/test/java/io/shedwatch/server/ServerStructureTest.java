package io.shedwatch.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The order of the rooms, who may touch the world, and who may look at a clock. */
@AnalyzeClasses(
    packages = "io.shedwatch.server",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ServerStructureTest {
  private static final String SERVER = "io.shedwatch.server";

  /** Each room may use the ones before it and knows none after it; the main knows all. */
  private static final List<String> ROOMS =
      List.of(
          "settings",
          "loop",
          "http",
          "site",
          "sql",
          "photo",
          "broker",
          "access",
          "readings",
          "session",
          "alert",
          "rule",
          "incident",
          "report",
          "duty",
          "notice",
          "drill",
          "evidence",
          "export",
          "command",
          "forecast",
          "wish",
          "live",
          "pressure",
          "patrol",
          "paper",
          "intake",
          "");

  /** What touches the world, and the prefixes of those who may. */
  private static final Map<String, List<String>> WORLDS =
      Map.ofEntries(
          Map.entry("java.sql.Connection", List.of("Jdbc", "Sqlite")),
          Map.entry("java.sql.PreparedStatement", List.of("Jdbc", "Sqlite")),
          Map.entry("java.sql.Statement", List.of("Jdbc", "Sqlite")),
          Map.entry("java.sql.ResultSet", List.of("Jdbc", "Sqlite")),
          Map.entry("java.sql.DriverManager", List.of("Jdbc", "Sqlite")),
          Map.entry("com.zaxxer.hikari.", List.of("Jdbc")),
          Map.entry("org.flywaydb.", List.of("Jdbc")),
          Map.entry("org.sqlite.", List.of("Sqlite")),
          Map.entry("java.nio.file.Files", List.of("File", "Sqlite", "Artemis")),
          Map.entry("java.nio.channels.", List.of("File")),
          Map.entry("java.io.File", List.of("File")),
          Map.entry("java.net.Socket", List.of("Smtp", "Mqtt")),
          Map.entry("java.net.http.", List.of("Http")),
          Map.entry("io.micronaut.http.", List.of("Http", "Sse")),
          Map.entry("jakarta.mail.", List.of("Smtp")),
          Map.entry("org.apache.pdfbox.", List.of("Pdf")),
          Map.entry("org.apache.fontbox.", List.of("Pdf")),
          Map.entry("org.dhatim.", List.of("Xlsx")),
          Map.entry("io.netty.", List.of("Http", "Sse")),
          Map.entry("org.eclipse.paho.", List.of("Mqtt")),
          Map.entry("com.influxdb.", List.of("Influx")),
          Map.entry("okhttp3.", List.of("Influx", "Http")),
          Map.entry("org.apache.activemq.", List.of("Artemis")));

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalTime.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.InstantSource.system",
          "java.util.Date.<init>");

  @ArchTest
  static final ArchRule ARROWS_RUN_ONE_WAY =
      classes()
          .should(
              new ArchCondition<>("use only rooms before their own") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    boolean back =
                        isOurs(dependency.getTargetClass())
                            && place(dependency.getTargetClass()) > place(item);
                    if (back) {
                      events.add(
                          SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                  }
                }
              });

  /** The map of rooms above is complete: a new room has to find its place in it. */
  @ArchTest
  static final ArchRule EVERY_ROOM_HAS_ITS_PLACE =
      classes().should(be(describe("in a room of the list", item -> ROOMS.contains(room(item)))));

  @ArchTest
  static final ArchRule THE_STEP_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage(SERVER + ".intake.step..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.sql..",
                      "javax.sql..",
                      "java.net..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.util.concurrent..",
                      "org.slf4j..",
                      "io.micrometer..",
                      "io.micronaut..")
                  .or(
                      describe(
                          "the lanes around it",
                          item -> item.getPackageName().equals(SERVER + ".intake"))));

  @ArchTest
  static final ArchRule THE_PREFIX_SAYS_WHAT_TOUCHES_THE_WORLD =
      classes()
          .that(describe("are not generated", ServerStructureTest::isWritten))
          .and(describe("are not the main's own", item -> !isMain(item)))
          .should(
              new ArchCondition<>("have the prefix of the world that they touch") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    WORLDS.forEach(
                        (world, prefixes) -> {
                          if (isOf(dependency.getTargetClass(), world)
                              && prefixes.stream().noneMatch(topName(item)::startsWith)) {
                            events.add(
                                SimpleConditionEvent.violated(
                                    dependency, dependency.getDescription()));
                          }
                        });
                  }
                }
              });

  @ArchTest
  static final ArchRule NO_HIDDEN_CLOCK =
      noClasses()
          .that(describe("are not the main", item -> !topName(item).equals("ControlRoom")))
          .should()
          .accessTargetWhere(
              describe("asks a clock", access -> CLOCKS.contains(target(access.getTarget()))));

  @ArchTest
  static final ArchRule ABSENCE_IS_SAID_IN_EVERY_PACKAGE =
      classes()
          .should(
              be(
                  describe(
                      "in a package marked @NullMarked",
                      item -> item.getPackage().isAnnotatedWith(NullMarked.class))));

  private static String target(AccessTarget target) {
    return target.getOwner().getName() + "." + target.getName();
  }

  private static boolean isOurs(JavaClass item) {
    return item.getPackageName().equals(SERVER) || item.getPackageName().startsWith(SERVER + ".");
  }

  private static int place(JavaClass item) {
    return ROOMS.indexOf(room(item));
  }

  private static String room(JavaClass item) {
    String below = item.getPackageName().substring(SERVER.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", -1)[0];
  }

  private static boolean isOf(JavaClass target, String world) {
    String name = target.getBaseComponentType().getName();
    return world.endsWith(".") ? name.startsWith(world) : name.equals(world);
  }

  private static boolean isMain(JavaClass item) {
    return room(item).isEmpty();
  }

  /** Micronaut writes classes of its own beside ours. */
  private static boolean isWritten(JavaClass item) {
    return !topName(item).startsWith("$");
  }

  private static String topName(JavaClass item) {
    String name = item.getName().substring(item.getPackageName().length() + 1);
    int nested = name.indexOf('$', 1);
    return nested < 0 ? name : name.substring(0, nested);
  }
}
