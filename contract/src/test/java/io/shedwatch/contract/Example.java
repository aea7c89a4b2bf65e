package io.shedwatch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One golden example with what index.json says of it.
 *
 * @param expect {@code good}, or the word of the reason
 * @param boot empty: not to be read
 * @param seq 0: not to be read
 * @param field the field that the detail must name; empty: any detail
 * @param rejected expected (index, reason) of readings
 */
record Example(
    String file,
    Channel channel,
    String expect,
    String boot,
    long seq,
    String field,
    List<String> rejected) {
  private static final String ROOT = "/contract/examples/";

  static Stream<Example> all() {
    try (InputStream index = open("index.json")) {
      return StreamSupport.stream(new ObjectMapper().readTree(index).spliterator(), false)
          .map(Example::of)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Example> under(String folder) {
    return all().filter(example -> example.file().startsWith(folder + "/"));
  }

  byte[] body() {
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Decoded decoded() {
    return new Codec().decode("shedwatch/v1/liuxi/s01/" + channel.word(), body());
  }

  @Override
  public String toString() {
    return file;
  }

  private static Example of(JsonNode entry) {
    return new Example(
        entry.path("file").asText(),
        Channel.ofWord(entry.path("channel").asText()).orElseThrow(),
        entry.path("expect").asText(),
        entry.path("boot").asText(""),
        entry.path("seq").asLong(0),
        entry.path("field").asText(""),
        StreamSupport.stream(entry.path("rejected").spliterator(), false)
            .map(item -> item.path("index").asInt() + " " + item.path("reason").asText())
            .toList());
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Example.class.getResourceAsStream(ROOT + name), name);
  }
}
