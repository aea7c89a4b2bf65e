package io.shedwatch.server.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;

/**
 * Answers that say {@code no-transform} are not zipped on their way. A stream that lasts holds its
 * own window of 256 kB for as long: two thousand of them took half a gigabyte.
 */
@Primary
@Singleton
final class HttpNoTransform implements HttpCompressionStrategy {
  private final DefaultHttpCompressionStrategy usual;

  HttpNoTransform(DefaultHttpCompressionStrategy usual) {
    this.usual = usual;
  }

  @Override
  public boolean isEnabled() {
    return usual.isEnabled();
  }

  @Override
  public boolean shouldCompress(HttpResponse response) {
    return !response.headers().containsValue(HttpHeaderNames.CACHE_CONTROL, "no-transform", true)
        && usual.shouldCompress(response);
  }

  @Override
  public int getCompressionLevel() {
    return usual.getCompressionLevel();
  }

  @Override
  public int getMaxZstdEncodeSize() {
    return usual.getMaxZstdEncodeSize();
  }
}
