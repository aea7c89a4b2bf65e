package io.shedwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shedwatch.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the schemas say of the golden examples, and of whatever our writers write. */
final class AsyncApiExamplesTest {
  @Test
  void whatIsInvalidIsInvalidByTheSchemasTooExceptWhatASchemaCannotTell() {
    assertThat(files("invalid", AsyncApiExamplesTest::accepted))
        .containsExactlyInAnyOrder(
            "invalid/readings/dropped-backwards.json", "invalid/readings/deep-nesting.json");
  }

  @Test
  void aReceiverIsMorePatientThanTheSchemas() {
    assertThat(files("tolerated", AsyncApiExamplesTest::accepted))
        .containsExactlyInAnyOrder(
            "tolerated/status/whole-numbers-with-a-point.json",
            "tolerated/status/cold-start-in-1970.json");
  }

  @Test
  void aSchemaRefusesTheReadingsThatTheCodecRefuses() {
    Example example =
        Example.under("partly")
            .filter(e -> e.file().endsWith("one-of-three.json"))
            .findFirst()
            .get();
    JsonNode readings = AsyncApi.tree(example.body()).orElseThrow().get("readings");
    List<String> refused = new ArrayList<>();
    for (int index = 0; index < readings.size(); index++) {
      if (!AsyncApi.accepts("reading", readings.get(index))) {
        refused.add(index + " ill-typed");
      }
    }
    assertThat(refused).isEqualTo(example.rejected());
  }

  @Seeds
  void whatIsWrittenIsValid(long seed) {
    DrawnMessages drawn = new DrawnMessages(new Random(seed));
    for (int i = 0; i < 20; i++) {
      Message message = drawn.message();
      byte[] body = new Codec().encode(message);
      assertThat(AsyncApi.accepting(message.channel(), body))
          .as(() -> message.toString())
          .hasSize(1);
    }
  }

  private static Stream<String> files(String folder, Predicate<Example> which) {
    return Example.under(folder).filter(which).map(Example::file);
  }

  private static boolean accepted(Example example) {
    return !AsyncApi.accepting(example.channel(), example.body()).isEmpty();
  }
}
