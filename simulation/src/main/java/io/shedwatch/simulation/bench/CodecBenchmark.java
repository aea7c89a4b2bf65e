package io.shedwatch.simulation.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Usage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a readings message of 11 sockets costs beyond the JSON library: {@code decode} against
 * {@code tokenWalk}, which reads the same bytes, token by token, with a parser of the library's
 * defaults and looks at none of them. The budget is 1.5 (docs/benchmarks.md, section Contract).
 *
 * <p>Single calls are timed and their median compared: an average would tell how busy the machine
 * was with others.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(3)
public class CodecBenchmark {
  private static final String TOPIC = "shedwatch/v1/liuxi/s01/readings";
  private static final int SOCKETS = 11;

  private final JsonFactory json = new JsonFactory();
  private final Codec codec = new Codec();
  private final Readings readings = elevenSockets();
  private final byte[] body = codec.encode(readings);

  @Benchmark
  public int tokenWalk() throws IOException {
    int tokens = 0;
    try (JsonParser parser = json.createParser(body)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  @Benchmark
  public Decoded decode() {
    return codec.decode(TOPIC, body);
  }

  @Benchmark
  public byte[] encode() {
    return codec.encode(readings);
  }

  /** Sockets with different numbers, as a shed in the evening has them. */
  private static Readings elevenSockets() {
    List<Reading> sockets =
        IntStream.rangeClosed(1, SOCKETS)
            .mapToObj(
                socket ->
                    new Reading(
                        socket,
                        socket % 3 == 0 ? Usage.FREE : Usage.CHARGING,
                        RelayPosition.CLOSED,
                        220 + socket * 0.3,
                        0.61 + socket * 0.071,
                        101.7 + socket * 13.3,
                        15_234.5 + socket * 1_011.1,
                        24.5 + socket * 0.7))
            .toList();
    Stamp stamp = new Stamp(new BootId("8f3c2a91"), 4_711, 1_767_225_600_000L, false);
    return new Readings(stamp, sockets, List.of(), List.of());
  }

  /** Prints the body, for whoever wonders what is measured. */
  @Override
  public String toString() {
    return new String(body, UTF_8);
  }
}
