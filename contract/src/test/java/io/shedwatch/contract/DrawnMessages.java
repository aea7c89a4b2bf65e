package io.shedwatch.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws any message that our writers may be asked to write. */
final class DrawnMessages {
  private final Random random;

  DrawnMessages(Random random) {
    this.random = random;
  }

  Message message() {
    return switch (random.nextInt(9)) {
      case 0 -> status();
      case 1 -> new Will(boot(), seq());
      case 2, 3 -> readings();
      case 4 -> alarm();
      case 5 -> new Outcome(stamp(), new CommandId(token()), one(CommandResult.values()), text());
      case 6 -> command();
      case 7 -> limits();
      default -> new Stored(boot(), random.nextInt(5) == 0 ? 0 : seq(), at());
    };
  }

  private Status status() {
    return new Status(
        stamp(),
        random.nextBoolean() ? ShedState.ONLINE : ShedState.OFFLINE,
        random.nextBoolean() ? OptionalLong.of(seq()) : OptionalLong.empty(),
        random.nextBoolean() ? Optional.of(boot()) : Optional.empty(),
        random.nextBoolean() ? text() : "",
        random.nextInt(Bounds.MAX_SOCKETS + 1),
        random.nextBoolean() ? OptionalInt.of(random.nextInt(1_000)) : OptionalInt.empty(),
        ranges(),
        random.nextBoolean()
            ? Optional.of(
                IntStream.range(0, random.nextInt(9)).mapToObj(i -> new AlarmId(token())).toList())
            : Optional.empty());
  }

  Readings readings() {
    List<Reading> readings = new ArrayList<>();
    for (int socket = 1; socket <= 11; socket++) {
      if (random.nextInt(3) > 0) {
        readings.add(reading(socket));
      }
    }
    return new Readings(stamp(), readings, ranges(), List.of());
  }

  private Reading reading(int socket) {
    return new Reading(
        socket,
        one(Usage.values()),
        one(RelayPosition.values()),
        quantity(0, 300, 10),
        quantity(0, 40, 1_000),
        quantity(-1_000, 9_000, 100),
        quantity(0, 9_999_999_900L, 1_000),
        quantity(-40, 120, 10));
  }

  private Alarm alarm() {
    return new Alarm(
        stamp(),
        new AlarmId(token()),
        random.nextBoolean()
            ? OptionalInt.of(1 + random.nextInt(Bounds.MAX_SOCKETS))
            : OptionalInt.empty(),
        one(AlarmKind.values()),
        one(AlarmPhase.values()),
        quantity(-100, 10_000, 1_000),
        quantity(-100, 10_000, 1_000),
        one(AlarmAction.values()),
        1 + random.nextInt(3));
  }

  private Command command() {
    return new Command(
        new CommandId(token()),
        at(),
        at(),
        1 + random.nextInt(Bounds.MAX_SOCKETS),
        one(CommandAction.values()),
        text());
  }

  private Limits limits() {
    return new Limits(
        random.nextInt(1_000),
        at(),
        0.1 + random.nextDouble() * 60,
        0.01 + random.nextDouble(),
        1 + random.nextDouble() * 10_000,
        1 + random.nextDouble() * 100_000,
        random.nextDouble() * 100,
        random.nextInt(100_000),
        random.nextDouble(),
        random.nextInt(1_000),
        1 + random.nextInt(100_000),
        20 + random.nextDouble() * 100);
  }

  private Stamp stamp() {
    return new Stamp(boot(), seq(), at(), random.nextBoolean());
  }

  private List<SeqRange> ranges() {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> range()).toList();
  }

  private SeqRange range() {
    long from = 1L + random.nextInt(1_000_000);
    return new SeqRange(boot(), from, from + random.nextInt(1_000));
  }

  private BootId boot() {
    return new BootId(token());
  }

  private long seq() {
    return 1 + (random.nextLong() >>> (11 + random.nextInt(50))) % Stamp.MAX_SEQ;
  }

  private long at() {
    return 1_600_000_000_000L + random.nextInt();
  }

  /** A multiple of {@code 1 / steps}, which is what the writers keep; one in five not told. */
  private double quantity(long min, long max, int steps) {
    if (random.nextInt(5) == 0) {
      return Double.NaN;
    }
    return Math.floor((min + random.nextDouble() * (max - min)) * steps) / steps;
  }

  private String token() {
    String alphabet = "0123456789abcdefABCDEFxyz_-";
    int length = 1 + random.nextInt(64);
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return token.toString();
  }

  /** Words with quotes, Chinese and an emoji, which is two chars. */
  private String text() {
    return one(new String[] {"", "staff-7", "\"quoted\" \\ back", "物业 7 号", "\uD83D\uDD0C plug"});
  }

  private <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
