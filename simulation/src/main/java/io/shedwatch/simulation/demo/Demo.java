package io.shedwatch.simulation.demo;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.Agent;
import io.shedwatch.edge.spool.SpoolSettings;
import io.shedwatch.edge.spool.SpoolWriter;
import io.shedwatch.edge.uplink.Dialer;
import io.shedwatch.edge.uplink.MqttAccount;
import io.shedwatch.edge.uplink.MqttDialer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The demonstration's main: a town of simulated meters behind real agents, live and over real MQTT,
 * and in the background the days before.
 */
public final class Demo {
  /** Of both towns: the past one becomes the present one. */
  private static final long SEED = 20_260_301;

  /** How long a town lives before anybody looks, so that its bikes are as empty as usual. */
  private static final Duration SETTLING = Duration.ofDays(2);

  private static final Duration ACCOUNTS_WITHIN = Duration.ofSeconds(60);

  /** Events of the past's lines; a shed has at most some 70 under way, so that it is never full. */
  private static final int MAX_EVENTS = 10_000;

  private static final int WRONG_USE = 2;

  private final DemoSettings settings;
  private final HttpSiteReader.SitePlan plan;
  private final History.Span span;

  private Demo(DemoSettings settings, HttpSiteReader.SitePlan plan, long now) {
    this.settings = settings;
    this.plan = plan;
    long until = now / History.STEP_MILLIS * History.STEP_MILLIS;
    long from = until - Duration.ofDays(settings.historyDays()).toMillis();
    this.span = new History.Span(from - SETTLING.toMillis(), from, until);
  }

  public static void main(String[] arguments) throws InterruptedException {
    try {
      DemoSettings settings = DemoSettings.parse(List.of(arguments), System.getenv());
      LiveSheds live = start(settings, System.out);
      Runtime.getRuntime().addShutdownHook(new Thread(live::close, "stop"));
    } catch (IllegalArgumentException e) {
      System.err.println("demo: " + e.getMessage() + "\n" + DemoSettings.USAGE);
      System.exit(WRONG_USE);
    } catch (IOException e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Waits for the server, starts the sheds, and begins to fill history in.
   *
   * @param out gets lines of progress
   * @return what is to be closed in the end
   * @throws IOException when the server, an account or a spool is not to be had, with a sentence
   */
  static LiveSheds start(DemoSettings settings, PrintStream out)
      throws IOException, InterruptedException {
    HttpSiteReader.SitePlan plan = new HttpSiteReader().await(settings.serverUrl());
    long now = settings.scale().at(System.currentTimeMillis());
    return new Demo(settings, plan, now).start(out);
  }

  private LiveSheds start(PrintStream out) throws IOException {
    Files.createDirectories(settings.folder());
    List<Dialer> dialers = dialers();
    TownRig now = TownRig.of(plan, SEED, span.startMillis());
    PastSheds before = now.past(span.until(), now.sheds().stream().map(Demo::unheard).toList());
    before.findFeet(span.until());
    LiveSheds live = new LiveSheds(sources(), now.feed(), now.caretaker());
    List<PastLine> lines = new ArrayList<>();
    BlockingQueue<Runnable> events = new ArrayBlockingQueue<>(MAX_EVENTS);
    try (SpoolWriter writer = new SpoolWriter()) {
      EarlierLife earlier =
          new EarlierLife(writer, new SplittableRandom(), Instant.ofEpochMilli(span.from()));
      for (TownShed shed : now.sheds()) {
        SpoolSettings spool = spool(shed);
        BootId boot = earlier.leave(shed, spool, before.memory(shed.index()), hasHistory());
        Dialer dialer = dialers.get(shed.index());
        if (hasHistory()) {
          PastLine line = new PastLine(shed, boot, promised(shed), dialer, events);
          lines.add(line);
          dialer = line.dialer();
        }
        live.add(shed, spool, dialer);
      }
    }
    live.start();
    out.println("live: " + now.sheds().size() + " sheds of " + plan.site());
    if (hasHistory()) {
      liveAgain(lines, events, out);
    }
    return live;
  }

  /** Lives the days before now again, on a thread of their own. */
  private void liveAgain(List<PastLine> lines, BlockingQueue<Runnable> events, PrintStream out) {
    TownRig then = TownRig.of(plan, SEED, span.startMillis());
    PastSheds sheds = then.past(span.from(), lines.stream().map(PastLine::outbox).toList());
    History history = new History(span, sheds, lines, events, out);
    Thread thread =
        new Thread(
            () -> {
              history.run();
              seen(out);
            },
            "history");
    thread.setDaemon(true);
    thread.start();
  }

  private void seen(PrintStream out) {
    if (settings.staffPassword().isEmpty()) {
      return;
    }
    String password = settings.staffPassword().get();
    try {
      int alerts = new HttpDutyDesk(settings.serverUrl(), password).acknowledgeOver();
      out.println("history: " + alerts + " alerts were over and are acknowledged");
    } catch (IOException e) {
      out.println("history: its alerts are not acknowledged: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Agent.Sources sources() {
    return new Agent.Sources(
        settings.scale(), System::currentTimeMillis, System::nanoTime, new SplittableRandom());
  }

  private boolean hasHistory() {
    return span.days() > 0;
  }

  private long promised(TownShed shed) {
    return PastOutbox.promised(shed.sockets(), span.days());
  }

  /** For loops that only find their feet. */
  private static PastOutbox unheard(TownShed shed) {
    return new PastOutbox(new BootId("unheard"), PastOutbox.promised(shed.sockets(), 1));
  }

  private SpoolSettings spool(TownShed shed) {
    return SpoolSettings.at(settings.folder().resolve(shed.address().shed() + ".db"));
  }

  /** Of the sheds, in the order of the map. */
  private List<Dialer> dialers() throws IOException {
    List<ShedAddress> sheds =
        plan.map().sheds().stream().map(shed -> ShedAddress.of(plan.site(), shed.shed())).toList();
    List<String> accounts = sheds.stream().map(shed -> shed.site() + "-" + shed.shed()).toList();
    List<String> passwords = passwords(accounts);
    List<Dialer> dialers = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      MqttAccount account =
          MqttAccount.plain(settings.mqttUrl(), accounts.get(i), passwords.get(i));
      dialers.add(new MqttDialer(sheds.get(i), account));
    }
    return dialers;
  }

  private List<String> passwords(List<String> accounts) throws IOException {
    Optional<String> one = settings.password();
    return one.isPresent()
        ? Collections.nCopies(accounts.size(), one.get())
        : new FileAccounts(settings.credentials(), ACCOUNTS_WITHIN).await(accounts);
  }
}
