package io.shedwatch.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {
  @Test
  void aQuarterOfTheMinuteMayGoAtOnce() {
    TokenBucket bucket = TokenBucket.of(20);
    List<Instant> attempts = new ArrayList<>();
    Instant now = Instant.EPOCH;
    while (bucket.waitMillis(attempts, now) == 0) {
      attempts.add(now);
    }
    assertThat(attempts).hasSize(5);
    assertThat(bucket.waitMillis(attempts, now)).isEqualTo(bucket.periodMillis());
  }

  @Seeds
  void noMinuteHoldsMoreThanTheRobotTakesAndNobodyWaitsLongerThanNeeded(long seed) {
    Random random = new Random(seed);
    int perMinute = 4 + random.nextInt(57);
    TokenBucket bucket = TokenBucket.of(perMinute);
    List<Instant> attempts = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 500; i++) {
      now += random.nextInt(10) == 0 ? random.nextInt(120_000) : random.nextInt(500);
      long wait = bucket.waitMillis(recent(bucket, attempts, now), Instant.ofEpochMilli(now));
      assertThat(wait).isBetween(0L, bucket.periodMillis());
      now += random.nextBoolean() ? wait : 0;
      if (wait == 0
          || bucket.waitMillis(recent(bucket, attempts, now), Instant.ofEpochMilli(now)) == 0) {
        attempts.add(Instant.ofEpochMilli(now));
      }
    }
    for (int i = 0; i + perMinute < attempts.size(); i++) {
      long span = attempts.get(i + perMinute).toEpochMilli() - attempts.get(i).toEpochMilli();
      assertThat(span).isGreaterThanOrEqualTo(60_000);
    }
  }

  /** What a restarted server reads from its tables decides the same. */
  private static List<Instant> recent(TokenBucket bucket, List<Instant> attempts, long now) {
    return attempts.stream().filter(at -> at.toEpochMilli() > now - bucket.memoryMillis()).toList();
  }
}
