package io.shedwatch.edge.uplink;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Message;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Stored;
import io.shedwatch.contract.Topic;
import io.shedwatch.contract.Will;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Plays the server on a real broker: keeps what comes and says what is stored. */
final class MqttReceiver implements MqttCallback, AutoCloseable {
  private static final AtomicInteger NTH = new AtomicInteger();

  /** One message as the broker delivered it. */
  record Delivery(Channel channel, Message message, boolean retained) {}

  final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  final List<Will> wills = new CopyOnWriteArrayList<>();
  private final ReceiverBook book;
  private final ShedAddress address;
  private final Codec codec = new Codec();
  private final MqttAsyncClient client;
  private volatile boolean receipts = true;

  /**
   * @param book outlives a receiver, as a database outlives a server
   */
  MqttReceiver(String url, ShedAddress address, ReceiverBook book) throws MqttException {
    this(url, address, book, "", "");
  }

  MqttReceiver(String url, ShedAddress address, ReceiverBook book, String user, String password)
      throws MqttException {
    this.address = address;
    this.book = book;
    this.client =
        new MqttAsyncClient(url, "receiver-" + NTH.incrementAndGet(), new MemoryPersistence());
    client.setCallback(this);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    if (!user.isEmpty()) {
      options.setUserName(user);
      options.setPassword(password.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    client.connect(options).waitForCompletion(10_000);
    for (Channel channel : Channel.values()) {
      if (channel.fromEdge()) {
        client.subscribe(new Topic(address, channel).name(), 1).waitForCompletion(10_000);
      }
    }
  }

  /** Whether receipts are said. */
  void sayReceipts(boolean yes) {
    receipts = yes;
  }

  void publish(Message message, boolean retained) throws MqttException {
    publish(message.channel(), codec.encode(message), retained);
  }

  void publish(Channel channel, byte[] body, boolean retained) throws MqttException {
    client.publish(new Topic(address, channel).name(), body, 1, retained);
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) throws MqttException {
    Decoded decoded = codec.decode(topic, message.getPayload());
    if (!(decoded instanceof Decoded.Good good)) {
      throw new IllegalStateException("the agent said " + decoded);
    }
    deliveries.add(
        new Delivery(
            Topic.parse(topic).orElseThrow().channel(), good.message(), message.isRetained()));
    if (good.message() instanceof Will will) {
      wills.add(will);
    }
    if (good.message() instanceof Stamped stamped) {
      book.take(stamped);
      if (receipts) {
        receipt(stamped.boot());
        book.boots().keySet().forEach(this::receipt);
      }
    }
  }

  private void receipt(BootId boot) {
    long seq = book.contiguous(boot);
    if (seq > 0) {
      try {
        publish(new Stored(boot, seq, 1_767_225_600_000L), true);
      } catch (MqttException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    // The test that stops a broker makes a new receiver.
  }

  @Override
  public void mqttErrorOccurred(MqttException failure) {
    failure.printStackTrace();
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Receipts may be lost.
  }

  @Override
  public void connectComplete(boolean reconnect, String url) {
    // Waited for in the constructor.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // Not used.
  }

  @Override
  public void close() {
    try {
      client.disconnectForcibly(0, 500, true);
      client.close(true);
    } catch (MqttException e) {
      // The broker may be gone.
    }
  }
}
