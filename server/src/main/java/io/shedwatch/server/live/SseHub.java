package io.shedwatch.server.live;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.alert.AlertShape;
import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.command.CommandShape;
import io.shedwatch.server.command.CommandView;
import io.shedwatch.server.incident.IncidentShape;
import io.shedwatch.server.incident.IncidentView;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what lanes told on the board and tells the screens. One thread paces, encodes once an event
 * and audience, and hands the frames to the clients; lanes only leave a note and never wait. News
 * of a shed is paced (a usage change goes out at once, quantities a few times a second to staff and
 * rarely to anybody); alerts and incidents go to staff at once.
 */
final class SseHub implements LiveFeed, AutoCloseable {
  /** Alerts, incidents and joins that may wait; beyond it staff streams end and come back. */
  static final int MAX_INBOX = 4_096;

  /** Streams at once; beyond it {@link #join} refuses. */
  static final int MAX_CLIENTS = 10_000;

  /**
   * Frames that may wait for one client besides one of each shed: when the broker comes back, all
   * sheds have news at once, and no screen shall end for that.
   */
  static final int MOST_OTHERS_WAITING = 256;

  /** A snapshot is shared by those who join within this time; each gets what came after it. */
  private static final long SNAPSHOT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private static final Logger LOG = LoggerFactory.getLogger(SseHub.class);

  private final Board board;
  private final SseFrames frames;
  private final InstantSource clock;
  private final SseRhythm rhythm;
  private final String start;
  private final SseChannel staff;
  private final SseChannel anybody;
  private final AtomicIntegerArray touched;
  private final BlockingQueue<Runnable> inbox = new ArrayBlockingQueue<>(MAX_INBOX);
  private final Thread thread = new Thread(this::run, "live-hub");
  private volatile boolean overrun;
  private volatile boolean open = true;
  private long number;
  private long tickAt;

  /**
   * @param start tells the event ids of this start of the server from those of all others
   */
  SseHub(Board board, SseFrames frames, InstantSource clock, SseRhythm rhythm, String start) {
    this.board = board;
    this.frames = frames;
    this.clock = clock;
    this.rhythm = rhythm;
    this.start = start;
    this.staff = new SseChannel(Audience.STAFF, nanos(rhythm.staffGap()), board.size());
    this.anybody = new SseChannel(Audience.ANYBODY, nanos(rhythm.anybodyGap()), board.size());
    this.touched = new AtomicIntegerArray(board.size());
    thread.setDaemon(true);
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Begins to tell; what the board holds now counts as told. */
  void open() {
    long now = clock.millis();
    long nanos = System.nanoTime();
    for (int shed = 0; shed < board.size(); shed++) {
      String shown = board.shown(shed, now);
      staff.begin(shed, shown, nanos);
      anybody.begin(shed, shown, nanos);
    }
    tickAt = nanos;
    thread.start();
  }

  @Override
  public void shed(ShedLive shed) {
    board.put(shed).ifPresent(this::touch);
  }

  /** Says that something about a shed changed besides what its lane tells. */
  void touch(ShedId shed) {
    board.indexOf(shed).ifPresent(this::touch);
  }

  private void touch(int shed) {
    if (touched.getAndSet(shed, 1) == 0) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void alert(AlertView alert) {
    leave(() -> staff.tellOther(event("alert", AlertShape.of(alert, board.time()))));
  }

  @Override
  public void incident(IncidentView incident) {
    leave(() -> staff.tellOther(event("incident", IncidentShape.of(incident, board.time()))));
  }

  @Override
  public void command(CommandView command) {
    leave(() -> staff.tellOther(event("command", CommandShape.of(command, board.time()))));
  }

  private void leave(Runnable work) {
    if (!inbox.offer(work)) {
      overrun = true;
    }
    LockSupport.unpark(thread);
  }

  /** A stream for one more screen, to {@link #join} with. */
  SseClient client() {
    return new SseClient(board.size() + MOST_OTHERS_WAITING, this::leave);
  }

  /**
   * Adds a stream: what it missed since {@code lastEventId}, or a snapshot, then all that comes.
   * False when there are too many.
   */
  boolean join(SseClient client, Audience audience, Optional<String> lastEventId) {
    if (clients() >= MAX_CLIENTS || !open) {
      return false;
    }
    SseChannel channel = audience == Audience.STAFF ? staff : anybody;
    boolean taken = inbox.offer(() -> welcome(channel, client, lastEventId));
    LockSupport.unpark(thread);
    return taken;
  }

  void leave(SseClient client) {
    staff.leave(client);
    anybody.leave(client);
  }

  int clients() {
    return staff.clients() + anybody.clients();
  }

  private void run() {
    while (open) {
      try {
        round(System.nanoTime());
      } catch (RuntimeException broken) {
        // A defect of ours. Who listens comes back and starts again from a snapshot; the pause
        // keeps a defect that stays from filling the log.
        LOG.error("live hub failed action=all-streams-end", broken);
        staff.forget(number);
        anybody.forget(number);
        LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
      }
    }
    staff.end();
    anybody.end();
  }

  private void round(long nanos) {
    doWork();
    if (overrun) {
      overrun = false;
      LOG.warn("live inbox overrun bound={} action=staff-streams-end", MAX_INBOX);
      staff.forget(number);
    }
    boolean tick = nanos - tickAt >= 0;
    if (tick) {
      tickAt = nanos + nanos(rhythm.tick());
      staff.keepAlive(nanos, nanos(rhythm.comment()));
      anybody.keepAlive(nanos, nanos(rhythm.comment()));
    }
    tellSheds(nanos, tick);
    long due = Math.min(Math.min(staff.dueAt(nanos), anybody.dueAt(nanos)), tickAt);
    if (inbox.isEmpty() && open) {
      LockSupport.parkNanos(this, due - System.nanoTime());
    }
  }

  private void doWork() {
    for (Runnable work = inbox.poll(); work != null; work = inbox.poll()) {
      work.run();
    }
  }

  /**
   * Looks at the sheds that were touched or wait for their gap, and at all of them in a tick. An
   * alert waits for one shed at most: a thousand of them take a tenth of a second to write.
   */
  private void tellSheds(long nanos, boolean tick) {
    long now = clock.millis();
    for (int shed = 0; shed < board.size(); shed++) {
      doWork();
      boolean news = touched.get(shed) == 1 && touched.getAndSet(shed, 0) == 1;
      if (news || tick || staff.isDue(shed, nanos) || anybody.isDue(shed, nanos)) {
        String shown = board.shown(shed, now);
        tellShed(staff, shed, staff.step(shed, shown, news, nanos), now);
        tellShed(anybody, shed, anybody.step(shed, shown, news, nanos), now);
      }
    }
  }

  private void tellShed(SseChannel channel, int shed, boolean due, long now) {
    if (due) {
      ShedShape shape = board.shape(shed, new Shapes.View(channel.audience(), now));
      channel.tellShed(shed, event("shed", shape));
    }
  }

  private LiveEvent event(String name, Object shape) {
    number++;
    return new LiveEvent(number, frames.frame(new EventId(start, number), name, shape));
  }

  private void welcome(SseChannel channel, SseClient client, Optional<String> lastEventId) {
    long nanos = System.nanoTime();
    client.commentAt = nanos + nanos(rhythm.comment());
    client.endAt = nanos + nanos(rhythm.life());
    Optional<List<LiveEvent>> missed =
        lastEventId
            .flatMap(EventId::parse)
            .filter(last -> last.start().equals(start) && last.number() <= number)
            .flatMap(last -> channel.since(last.number()));
    if (missed.isPresent()) {
      client.offer(SseFrames.COMMENT); // Says at once that the stream is open.
      missed.get().forEach(event -> client.offer(event.frame()));
    } else {
      LiveEvent snapshot = channel.snapshot(nanos, SNAPSHOT_NANOS, () -> snapshot(channel));
      client.offer(snapshot.frame());
      channel.since(snapshot.number()).stream()
          .flatMap(List::stream)
          .forEach(event -> client.offer(event.frame()));
    }
    channel.join(client);
  }

  private LiveEvent snapshot(SseChannel channel) {
    BoardShape shape = board.shape(new Shapes.View(channel.audience(), clock.millis()));
    return new LiveEvent(number, frames.frame(new EventId(start, number), "snapshot", shape));
  }

  /** Ends all streams and the thread. */
  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
