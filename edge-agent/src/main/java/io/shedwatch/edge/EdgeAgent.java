package io.shedwatch.edge;

import io.shedwatch.contract.ScaledTime;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.meter.Devices;
import io.shedwatch.edge.settings.EdgeConfig;
import io.shedwatch.edge.settings.FileEdgeConfig;
import io.shedwatch.edge.settings.FileTrouble;
import io.shedwatch.edge.settings.MqttConfig;
import io.shedwatch.edge.settings.SettingsMistake;
import io.shedwatch.edge.settings.ShedConfig;
import io.shedwatch.edge.spool.SpoolSettings;
import io.shedwatch.edge.uplink.MqttAccount;
import io.shedwatch.edge.uplink.MqttDialer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main of the box in the shed: {@code java -jar shedwatch-edge.jar --config edge.yml}.
 *
 * <p>Settings that cannot be used end it at once, with one sentence on the error output and {@value
 * #UNUSABLE_SETTINGS} as exit code; a broker or a device that does not answer never does. When all
 * loops run it prints {@code ready}. SIGTERM ends the loops where they stand, says every shed
 * {@code offline}, and brings the spools to the disk; relays stay as they are.
 */
public final class EdgeAgent implements AutoCloseable {
  /** EX_CONFIG of sysexits.h: starting again with the same settings is of no use. */
  static final int UNUSABLE_SETTINGS = 78;

  /** EX_SOFTWARE of sysexits.h: starting again is the cure. */
  static final int BROKEN = 70;

  /** How often the spool folders are searched for resets. */
  private static final long LOOK_MILLIS = 2_000;

  private static final String SPOOL_FILE = "spool.db";
  private static final Logger LOG = LoggerFactory.getLogger(EdgeAgent.class);

  /** Why there is no start: one sentence for the installer. */
  static final class StartRefused extends Exception {
    private static final long serialVersionUID = 1;

    StartRefused(String sentence, Throwable cause) {
      super(sentence, cause);
    }

    StartRefused(String sentence) {
      super(sentence);
    }
  }

  /** One shed, ready to be added; nothing has been asked or opened. */
  private record Prepared(ShedConfig config, Devices devices, Bell bell, MqttDialer dialer) {}

  private final ScaledTime scale;
  private final UnaryOperator<String> environment;
  private final Agent agent;
  private final List<Prepared> prepared = new ArrayList<>();
  private final List<FileResets> resets = new ArrayList<>();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  private EdgeAgent(ScaledTime scale, UnaryOperator<String> environment) {
    this.scale = scale;
    this.environment = environment;
    this.agent =
        new Agent(
            new Agent.Sources(
                scale, System::currentTimeMillis, System::nanoTime, new SecureRandom()));
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler(EdgeAgent::died);
    try {
      EdgeAgent edge = start(config(arguments), name -> System.getenv().getOrDefault(name, ""));
      Runtime.getRuntime().addShutdownHook(new Thread(edge::stop, "stop"));
      System.out.println("ready");
      edge.attend();
    } catch (StartRefused e) {
      System.err.println("shedwatch-edge: " + e.getMessage());
      System.exit(UNUSABLE_SETTINGS);
    }
  }

  /**
   * A thread that ends by an error, as without memory, may have been the one that protects: the
   * whole process ends, and whoever watches over it starts it again.
   */
  private static void died(Thread thread, Throwable why) {
    LOG.error("thread=died name={}", thread.getName(), why);
    if (why instanceof Error || thread.getName().equals("main")) {
      Runtime.getRuntime().halt(BROKEN);
    }
  }

  private static EdgeConfig config(String[] arguments) throws StartRefused {
    if (arguments.length != 2 || !arguments[0].equals("--config")) {
      throw new StartRefused("usage: java -jar shedwatch-edge.jar --config edge.yml");
    }
    try {
      return FileEdgeConfig.read(Path.of(arguments[1]));
    } catch (SettingsMistake e) {
      throw new StartRefused(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Starts everything, in the order in which it has to be up.
   *
   * @param environment the value of a variable, or empty
   */
  static EdgeAgent start(EdgeConfig config, UnaryOperator<String> environment) throws StartRefused {
    EdgeAgent edge = new EdgeAgent(clock(environment.apply("SHEDWATCH_CLOCK")), environment);
    try {
      for (ShedConfig shed : config.sheds()) {
        edge.prepare(shed, config);
      }
      edge.running.push(edge.agent);
      for (Prepared shed : edge.prepared) {
        edge.open(shed);
      }
    } catch (StartRefused e) {
      edge.close();
      throw e;
    }
    edge.run();
    return edge;
  }

  private static ScaledTime clock(String setting) throws StartRefused {
    try {
      return setting.isEmpty() ? ScaledTime.REAL : ScaledTime.parse(setting);
    } catch (IllegalArgumentException e) {
      throw new StartRefused(String.valueOf(e.getMessage()), e);
    }
  }

  /** All that can be wrong in the settings of a shed is found here, before anything is touched. */
  private void prepare(ShedConfig shed, EdgeConfig config) throws StartRefused {
    Bell bell = new Bell();
    try {
      MqttDialer dialer = new MqttDialer(address(shed), account(shed.mqtt()));
      Devices devices = new Devices(shed, config.maps(), agent.loopTime(), scale, bell::ring);
      running.push(devices);
      prepared.add(new Prepared(shed, devices, bell, dialer));
    } catch (SettingsMistake e) {
      throw new StartRefused("shed " + shed.shed() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StartRefused("shed " + shed.shed() + ": " + FileTrouble.says(e), e);
    }
  }

  private static ShedAddress address(ShedConfig shed) {
    return ShedAddress.of(shed.site(), shed.shed());
  }

  private MqttAccount account(MqttConfig mqtt) {
    return new MqttAccount(
        mqtt.url(),
        mqtt.user(),
        mqtt.password(environment, Files::readString),
        mqtt.trust(),
        mqtt.keyStore()
            .map(file -> new MqttAccount.Identity(file, mqtt.keyStorePassword(environment))),
        mqtt.keepAliveSeconds());
  }

  /** Opens the spool; what is remembered there decides which relays are to be opened first. */
  private void open(Prepared shed) throws StartRefused {
    Path folder = shed.config().spool().folder();
    try {
      Files.createDirectories(folder);
      AgentLoop loop =
          agent.add(
              new Agent.ShedPlan(
                  address(shed.config()),
                  new ShedParts(
                      shed.config().shed(),
                      shed.devices().sockets(),
                      shed.devices().contacts(),
                      shed.config().limits().limits(),
                      FileUptime.start()),
                  shed.bell(),
                  new SpoolSettings(
                      folder.resolve(SPOOL_FILE),
                      shed.config().spool().maxMegabytes(),
                      SpoolSettings.DEFAULT_MESSAGES),
                  shed.dialer()));
      resets.add(new FileResets(folder, loop));
    } catch (IOException e) {
      throw new StartRefused("shed " + shed.config().shed() + ": " + FileTrouble.says(e), e);
    }
  }

  private void run() {
    prepared.forEach(EdgeAgent::warn);
    prepared.forEach(shed -> shed.devices().start());
    agent.start();
    LOG.info(
        "agent=up version=\"{}\" sheds={} clock={}",
        Agent.NAME,
        prepared.size(),
        scale.isReal() ? "real" : scale.setting());
  }

  private static void warn(Prepared shed) {
    if (!shed.devices().freeIsProbableOnly().isEmpty()) {
      LOG.warn(
          "free=probable shed={} sockets={} why=\"the meter is too coarse\"",
          shed.config().shed(),
          shed.devices().freeIsProbableOnly());
    }
  }

  /** Looks after what nobody else looks after, until somebody closes. */
  private void attend() throws InterruptedException {
    while (!closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      resets.forEach(FileResets::look);
    }
  }

  private void stop() {
    close();
    LOG.info("agent=down");
  }

  /** Last in, first out; one that fails does not keep the others up. */
  @Override
  public void close() {
    closing.countDown();
    while (!running.isEmpty()) {
      AutoCloseable part = running.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.error("stop=failed part={}", part.getClass().getSimpleName(), e);
      }
    }
  }
}
