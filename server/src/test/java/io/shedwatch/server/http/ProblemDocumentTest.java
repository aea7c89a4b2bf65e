package io.shedwatch.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.GeneratedDocument;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ProblemDocumentTest {
  @Test
  void theDocumentListsTheProblems() throws IOException {
    GeneratedDocument document = GeneratedDocument.of("http.md");
    document.bringUpToDate("problems", markdown());
    assertThat(document.part("problems"))
        .as("run with -Ddocs.write=true to bring docs/http.md up to date")
        .isEqualTo(markdown().strip());
  }

  private static String markdown() {
    StringBuilder out = new StringBuilder("| type | status | title |\n|---|---|---|\n");
    for (ProblemType type : ProblemType.ALL) {
      out.append("| `").append(type.uri()).append("` | ").append(type.status());
      out.append(" | ").append(type.title()).append(" |\n");
    }
    return out.toString();
  }
}
