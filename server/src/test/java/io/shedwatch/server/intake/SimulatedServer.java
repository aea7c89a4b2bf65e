package io.shedwatch.server.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.FromServer;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Stored;
import io.shedwatch.server.command.CommandPublisher;
import io.shedwatch.server.intake.step.LaneStep;
import io.shedwatch.server.intake.step.ShedBook;
import io.shedwatch.server.intake.step.ShedEvent;
import io.shedwatch.server.intake.step.Step;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.server.live.SocketLive;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The server's intake (reception, lane, books, receipts) on in-memory twins of its ledger and its
 * store, on a time that the test owns. It is killed within commits and between them, and restored
 * from a backup.
 */
public final class SimulatedServer {
  private static final int CAPACITY = 100_000;
  private static final int MOST_BATCHES = 3;

  private final Map<ShedAddress, Integer> sheds;
  private final InstantSource clock;
  private final CommandPublisher mouth;
  private final MortalStore store = new MortalStore();
  private InMemoryLedger ledger = new InMemoryLedger();
  private Optional<Life> process = Optional.empty();
  private final Set<ShedAddress> gaveUp = new HashSet<>();
  private boolean storeAway;
  private boolean ledgerAway;

  /** What a kill ends. */
  private record Life(MortalLedger ledger, Lane lane, ReadingsHand hand, Listening listening) {}

  /** What a backup holds; readings are in a store of their own. */
  public static final class Backup {
    private final InMemoryLedger ledger;

    private Backup(InMemoryLedger ledger) {
      this.ledger = ledger;
    }
  }

  /**
   * @param sheds with how many sockets each
   * @param mouth takes what the server says
   */
  public SimulatedServer(
      Map<ShedAddress, Integer> sheds, InstantSource clock, CommandPublisher mouth) {
    this.sheds = Map.copyOf(sheds);
    this.clock = clock;
    this.mouth = mouth;
  }

  public boolean isRunning() {
    return process.isPresent();
  }

  /** A process on what the one before left; the broker is there. */
  public void start() {
    Listening listening = new Listening();
    listening.began(clock.millis());
    MortalLedger mortal = new MortalLedger(ledger, gaveUp);
    LaneMeters meters = new LaneMeters(new SimpleMeterRegistry());
    LaneTools tools =
        new LaneTools(
            mortal,
            new RecordingFeed(),
            this::say,
            listening,
            () -> StepRules.DEFAULTS,
            clock,
            meters);
    List<ShedBook> books = sheds.keySet().stream().map(this::book).toList();
    ReadingsHand hand = new ReadingsHand(store, CAPACITY);
    Lane lane = new Lane("lane", CAPACITY, new LaneBooks(books, tools), hand, meters);
    lane.connected();
    process = Optional.of(new Life(mortal, lane, hand, listening));
  }

  private ShedBook book(ShedAddress shed) {
    Integer sockets = sheds.get(shed);
    return ledger.load(shed, sockets == null ? 0 : sockets);
  }

  /** Commit, then acknowledge, then tell: a receipt says nothing that a kill could take back. */
  private void say(ShedAddress shed, FromServer message) {
    if (message instanceof Stored stored) {
      ShedBook committed = book(shed);
      long upTo = committed.storedUpTo(stored.boot()).orElse(Long.MAX_VALUE);
      if (stored.seq() > upTo) {
        throw new AssertionError("receipt " + stored + " of " + shed + " is not committed");
      }
    }
    mouth.publish(shed, message);
  }

  /** The broker delivers; {@code settled} tells it that the message need not come again. */
  public void arrived(String topic, byte[] body, Runnable settled) {
    Life running = process.orElseThrow();
    if (!running.lane().offer(new Arrived(topic, body, clock.millis(), settled::run))) {
      throw new AssertionError("a lane without room");
    }
  }

  /** One turn of the lane and of the store's writer; they may be away. */
  public void turn(Random random) {
    if (process.isEmpty() || ledgerAway) {
      return; // A lane waits for its ledger however long it takes.
    }
    Life running = process.get();
    try {
      running.lane().turn(new ArrayList<>(), 0);
      running.hand().carryWaiting();
      if (!storeAway) {
        store.write(1 + random.nextInt(MOST_BATCHES));
      }
    } catch (MortalLedger.Killed e) {
      kill();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public void storeAway(boolean away) {
    storeAway = away;
  }

  public void ledgerAway(boolean away) {
    ledgerAway = away;
  }

  /** The process is gone, with all that was in its memory. */
  public void kill() {
    process = Optional.empty();
    store.forgetWaiting();
  }

  /** The process dies in its next commit. */
  public void killInTheNextCommit(boolean afterIt) {
    process.ifPresent(
        running ->
            running
                .ledger()
                .dieInTheNextCommit(
                    afterIt
                        ? MortalLedger.Death.AFTER_THE_COMMIT
                        : MortalLedger.Death.BEFORE_THE_COMMIT));
  }

  /** A death that was due does not come. */
  public void spare() {
    process.ifPresent(running -> running.ledger().dieInTheNextCommit(MortalLedger.Death.NOT_NOW));
  }

  public Backup backup() {
    return new Backup(ledger.copy());
  }

  /** Its database is that of the backup; the process has to be started again. */
  public void restore(Backup backup) {
    kill();
    ledger = backup.ledger.copy();
  }

  /** Whether this message's content or its loss is in the books. */
  public boolean covers(ShedAddress shed, BootId boot, long seq) {
    return book(shed).covers(boot, seq);
  }

  /** Whether this message is shown as lost. */
  public boolean isLost(ShedAddress shed, BootId boot, long seq) {
    return ledger.isLost(shed, boot, seq);
  }

  /** The board's sockets, in the order of their numbers. */
  public List<SocketLive> board(ShedAddress shed) {
    return book(shed).live().sockets();
  }

  /** Ids of the edge's alarms whose alerts are active. */
  public Set<String> openAlarms(ShedAddress shed) {
    return book(shed).open().stream()
        .filter(open -> open.end().isEmpty())
        .map(open -> open.alarm())
        .collect(Collectors.toSet());
  }

  /**
   * Whether sessions of this shed did not wait for a gap any longer: late readings revise little.
   */
  public boolean gaveUpWaiting(ShedAddress shed) {
    return gaveUp.contains(shed);
  }

  /** One table, row by row, sorted. */
  public List<String> table(String name) {
    return ledger.facts().table(name);
  }

  /** By shed, socket and time. */
  public Map<String, Reading> readings() {
    return store.kept();
  }

  /** A server that hears the same messages of a shed in their order, without any trouble. */
  public static SimulatedServer undisturbed(
      ShedAddress shed, int sockets, List<Stamped> said, InstantSource clock) {
    SimulatedServer calm = new SimulatedServer(Map.of(shed, sockets), clock, (to, message) -> {});
    ShedBook book = calm.book(shed);
    for (Stamped message : said) {
      Step step =
          LaneStep.next(book, new ShedEvent.Heard(message, message.at()), StepRules.DEFAULTS);
      if (step.notice() == Step.Notice.NEWS) {
        book = step.next();
        calm.ledger.commit(List.of(new ShedCommit(book, step.consequences())), List.of());
      }
    }
    return calm;
  }
}
