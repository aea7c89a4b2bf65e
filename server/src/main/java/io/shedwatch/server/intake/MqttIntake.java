package io.shedwatch.server.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.FromServer;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Topic;
import io.shedwatch.server.command.CommandPublisher;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's end of the broker: keeps a connection up, hands what arrives to the lanes, and sends
 * what the server says.
 */
final class MqttIntake implements CommandPublisher, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttIntake.class);

  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;
  private static final long LOOK_MILLIS = 1_000;

  /** Unsent messages beyond this are dropped: each is said again by its owner's schedule. */
  private static final int MOST_UNSENT = 10_000;

  private final MqttAddress address;
  private final SiteId site;
  private final int receiveMaximum;
  private final InstantSource clock;
  private final Codec codec = new Codec();
  private final BlockingQueue<Outgoing> outgoing = new ArrayBlockingQueue<>(MOST_UNSENT);
  private final Counter dropped;
  private final Counter connects;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread supervisor = new Thread(this::supervise, "mqtt-supervisor");
  private final Thread publisher = new Thread(this::publishAll, "mqtt-publisher");
  private volatile Optional<MqttConnection> connection = Optional.empty();
  private volatile Optional<Listener> listener = Optional.empty();

  private record Outgoing(ShedAddress shed, FromServer message) {}

  /** Who hears the sheds. */
  interface Listener {
    /** Takes a message on the connection's thread; false: there is no room for it. */
    boolean arrived(Arrived message);

    /** The broker is heard from now on. */
    void connected();

    void disconnected();

    /** Messages of earlier connections that are not settled. */
    int unsettled();
  }

  /**
   * @param receiveMaximum messages that the broker may send before an acknowledgement
   */
  MqttIntake(
      MqttAddress address,
      SiteId site,
      int receiveMaximum,
      InstantSource clock,
      MeterRegistry meters) {
    this.address = address;
    this.site = site;
    this.receiveMaximum = receiveMaximum;
    this.clock = clock;
    this.dropped = meters.counter("shedwatch.mqtt.unsent.dropped");
    this.connects = meters.counter("shedwatch.mqtt.connects");
    meters.gauge("shedwatch.mqtt.unsent", outgoing, BlockingQueue::size);
    meters.gauge("shedwatch.mqtt.threads", this, any -> pahoThreads());
  }

  void start(Listener hearing) {
    listener = Optional.of(hearing);
    supervisor.start();
    publisher.start();
  }

  boolean connected() {
    return connection.isPresent();
  }

  @Override
  public void publish(ShedAddress shed, FromServer message) {
    if (connection.isEmpty() || !outgoing.offer(new Outgoing(shed, message))) {
      dropped.increment();
    }
  }

  private void supervise() {
    long pause = FIRST_PAUSE_MILLIS;
    try {
      while (stopping.getCount() > 0) {
        if (connectAndHold()) {
          pause = FIRST_PAUSE_MILLIS;
        }
        long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause);
        stopping.await(jittered, TimeUnit.MILLISECONDS);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      LOG.debug("mqtt supervisor stopped");
    }
  }

  /** Whether there was a connection; returns after its end. */
  private boolean connectAndHold() throws InterruptedException {
    Listener hearing = listener.orElseThrow();
    if (hearing.unsettled() > receiveMaximum) {
      return true; // What came before must be settled first, or the lanes would overflow.
    }
    MqttConnection opened;
    try {
      opened = MqttConnection.open(address, site, receiveMaximum, this::take);
    } catch (MqttException | RuntimeException e) {
      LOG.warn("no connection to the broker broker={} why={}", address, e.toString());
      return false;
    }
    connection = Optional.of(opened);
    connects.increment();
    LOG.info("connected to the broker broker={}", address);
    hearing.connected();
    try {
      while (stopping.getCount() > 0 && !opened.awaitLoss(LOOK_MILLIS)) {
        // Paho's callback is not always told: look as well.
      }
    } finally {
      connection = Optional.empty();
      hearing.disconnected();
      opened.drop();
    }
    if (stopping.getCount() > 0) {
      LOG.warn("lost the broker broker={}", address);
    }
    return true;
  }

  private void take(String topic, byte[] body, int packet, AckLine line) {
    Arrived arrived = new Arrived(topic, body, clock.millis(), line.enter(packet));
    if (!listener.orElseThrow().arrived(arrived)) {
      LOG.error("the broker sent more than the lanes can hold, dropping the connection");
      throw new IllegalStateException("no room for a message");
    }
  }

  private void publishAll() {
    try {
      while (stopping.getCount() > 0) {
        Outgoing next = outgoing.take();
        Optional<MqttConnection> open = connection;
        if (open.isEmpty() || !open.get().publish(topic(next), packet(next.message()))) {
          dropped.increment();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("mqtt publisher stopped unsent={}", outgoing.size());
    }
  }

  private static String topic(Outgoing next) {
    return new Topic(next.shed(), next.message().channel()).name();
  }

  private MqttMessage packet(FromServer message) {
    MqttMessage packet = new MqttMessage(codec.encode(message));
    packet.setQos(1);
    packet.setRetained(message.channel().retained());
    if (message instanceof Command command) {
      MqttProperties properties = new MqttProperties();
      long seconds = Math.max(1, (command.expiresAt() - clock.millis()) / 1_000);
      properties.setMessageExpiryInterval(seconds);
      packet.setProperties(properties);
    }
    return packet;
  }

  /** "MQTT Con" threads leak when a broker drops at once: they are watched. */
  private static double pahoThreads() {
    Thread[] threads = new Thread[Thread.activeCount() + 16];
    int count = Thread.enumerate(threads);
    int paho = 0;
    for (int i = 0; i < count; i++) {
      if (threads[i].getName().startsWith("MQTT")) {
        paho++;
      }
    }
    return paho;
  }

  @Override
  public void close() {
    stopping.countDown();
    supervisor.interrupt();
    publisher.interrupt();
    connection.ifPresent(MqttConnection::drop);
    try {
      supervisor.join(10_000);
      publisher.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
