package io.shedwatch.testkit;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The seeds of one {@link Seeds} method. */
final class SeedsProvider implements ArgumentsProvider, AnnotationConsumer<Seeds> {
  private int count;

  @Override
  public void accept(Seeds seeds) {
    count = seeds.value();
  }

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    String replayed = System.getProperty("seed", "");
    LongStream seeds =
        replayed.isBlank()
            ? LongStream.rangeClosed(1, count)
            : LongStream.of(Long.parseLong(replayed.strip()));
    return seeds.mapToObj(Arguments::of);
  }
}
