package io.shedwatch.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.server.rule.RuleName;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExportWordsTest {
  /** What an incident may be of: what agents see, and what rules see besides. */
  static Stream<String> kinds() {
    return Stream.concat(
        Arrays.stream(AlarmKind.values()).map(AlarmKind::word),
        Arrays.stream(RuleName.values())
            .filter(rule -> rule != RuleName.HARDWARE)
            .map(RuleName::word));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindOfIncidentHasWordsInBothLanguages(String kind) {
    assertThat(new ExportWords(false).word(kind))
        .isNotEqualTo(kind)
        .containsPattern("[\u4e00-\u9fff]");
    assertThat(new ExportWords(true).word(kind)).isNotEqualTo(kind).containsPattern("[A-Z]");
  }
}
