package io.shedwatch.server.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.GeneratedDocument;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class RuleDocumentTest {
  private static final String PAGE = "alerts.md";

  @Test
  void thePageHasEveryParameterWithItsEvidence() throws IOException {
    GeneratedDocument page = GeneratedDocument.of(PAGE);
    page.bringUpToDate("parameters", table());
    assertThat(page.part("parameters")).isEqualTo(table().strip());
  }

  @Test
  void everyRuleHasItsSection() throws IOException {
    String page = Files.readString(Path.of("../docs").resolve(PAGE));
    for (RuleName rule : RuleName.values()) {
      assertThat(page).contains("\n### " + rule.word() + " ");
    }
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| rule | parameter | default | from | to | evidence |\n");
    table.append("|---|---|---|---|---|---|\n");
    LifeCycle.PARAMETERS.forEach(one -> row(table, "every rule", one));
    for (RuleName rule : RuleName.values()) {
      rule.parameters().stream()
          .filter(one -> !LifeCycle.PARAMETERS.contains(one))
          .forEach(one -> row(table, rule.word(), one));
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String rule, Parameter one) {
    table.append(
        "| %s | `%s` | %s | %s | %s | %s |%n"
            .formatted(
                rule,
                one.name(),
                number(one.usual()),
                number(one.lowest()),
                number(one.highest()),
                one.evidence()));
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
