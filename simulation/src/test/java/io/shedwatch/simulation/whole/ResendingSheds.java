package io.shedwatch.simulation.whole;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stored;
import io.shedwatch.contract.Topic;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * Hands messages to a broker as agents do: a window of unconfirmed ones, and whatever stays without
 * a receipt is sent again, oldest first. Agents wait 30 s for that; here it is less, so that a test
 * ends.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes, others only read.
final class ResendingSheds implements AutoCloseable {
  private static final int WINDOW = 250;
  private static final long RESEND_NANOS = TimeUnit.SECONDS.toNanos(6);

  /** Of all receipts together: a server that was killed comes back well within it. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private record Place(ShedAddress shed, BootId boot) {}

  private record Key(Place place, long seq) {}

  private static final class Waiting {
    final ShedTales.Said said;
    long sentAt;

    Waiting(ShedTales.Said said) {
      this.said = said;
    }
  }

  private final MqttClient client;
  private final Codec codec = new Codec();
  private final Map<Place, Long> stored = new ConcurrentHashMap<>();
  private final Map<Key, Waiting> unconfirmed = new LinkedHashMap<>();
  private final Semaphore receipts = new Semaphore(0);
  private volatile int handedOver;
  private volatile int waiting;
  private int resent;

  private ResendingSheds(MqttClient client) {
    this.client = client;
  }

  static ResendingSheds connect(String url) throws MqttException {
    MqttClient client = new MqttClient(url, "sheds", new MemoryPersistence());
    ResendingSheds sheds = new ResendingSheds(client);
    client.setCallback(sheds.new Receipts());
    client.connect();
    client.subscribe("shedwatch/v1/+/+/stored", 1);
    return sheds;
  }

  /** Messages handed over so far, repetitions included but not what was sent again. */
  int handedOver() {
    return handedOver;
  }

  /** Handed over, and without a receipt. */
  int waiting() {
    return waiting;
  }

  /** How many had to be sent again. */
  int resent() {
    return resent;
  }

  /** Hands over everything, and returns when all of it is confirmed. */
  void tell(List<ShedTales.Said> all) throws MqttException, InterruptedException {
    Iterator<ShedTales.Said> next = all.iterator();
    long progress = System.nanoTime();
    while (next.hasNext() || !unconfirmed.isEmpty()) {
      if (forgetStored()) {
        progress = System.nanoTime();
      }
      if (next.hasNext() && unconfirmed.size() < WINDOW) {
        handOver(next.next());
      } else {
        sendAgain();
        receipts.tryAcquire(50, TimeUnit.MILLISECONDS);
      }
      if (System.nanoTime() - progress > PATIENCE.toNanos()) {
        throw new AssertionError(
            "no receipt for " + PATIENCE.toSeconds() + " s; waiting: " + unconfirmed.keySet());
      }
    }
  }

  private void handOver(ShedTales.Said said) throws MqttException {
    Waiting one = new Waiting(said);
    if (!said.again()) {
      unconfirmed.put(key(said), one);
    }
    send(one, !said.again() && said.message().channel().retained());
    waiting = unconfirmed.size();
    handedOver++;
  }

  private void sendAgain() throws MqttException {
    long now = System.nanoTime();
    for (Waiting one : unconfirmed.values()) {
      if (now - one.sentAt >= RESEND_NANOS) {
        send(one, false);
        resent++;
      }
    }
  }

  private void send(Waiting one, boolean retained) throws MqttException {
    one.sentAt = System.nanoTime();
    Channel channel = one.said.message().channel();
    client.publish(
        new Topic(one.said.shed(), channel).name(), codec.encode(one.said.message()), 1, retained);
  }

  private boolean forgetStored() {
    boolean some = unconfirmed.keySet().removeIf(this::isStored);
    waiting = unconfirmed.size();
    return some;
  }

  private boolean isStored(Key key) {
    return stored.getOrDefault(key.place(), 0L) >= key.seq();
  }

  private static Key key(ShedTales.Said said) {
    return new Key(new Place(said.shed(), said.message().boot()), said.message().seq());
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 1_000);
    client.close(true);
  }

  private final class Receipts implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      if (codec.decode(topic, message.getPayload()) instanceof Decoded.Good good
          && good.message() instanceof Stored receipt) {
        stored.merge(new Place(good.from(), receipt.boot()), receipt.seq(), Math::max);
        receipts.release();
      }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      System.err.println("disconnected: " + response);
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
      System.err.println("broker connection: " + exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String url) {}

    @Override
    public void authPacketArrived(int reason, MqttProperties properties) {}
  }
}
