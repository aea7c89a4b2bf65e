package io.shedwatch.server.intake;

import io.shedwatch.contract.Channel;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker, from connect to loss; the supervisor makes a new one each time
 * (Paho's own reconnect dies for good after some cuts).
 */
final class MqttConnection {
  private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);

  private static final long CONNECT_MILLIS = 20_000;
  private static final int KEEP_ALIVE_SECONDS = 20;

  /** The broker keeps our messages for a day while we are away. */
  private static final long SESSION_SECONDS = 86_400;

  /** MQTT 5, 2.4: from here on a reason code is a refusal. */
  private static final int FIRST_REFUSAL = 0x80;

  /** Messages sent that the broker has not taken yet, where it does not want fewer. */
  private static final int PUBLISH_WINDOW = 200;

  /** A broker that takes nothing for so long is given up. */
  private static final long TAKEN_WITHIN_MILLIS = 10_000;

  private final MqttAsyncClient client;
  private volatile Semaphore window = new Semaphore(0);
  private final CountDownLatch lost = new CountDownLatch(1);
  private final AtomicBoolean dropped = new AtomicBoolean();

  private MqttConnection(MqttAsyncClient client) {
    this.client = client;
  }

  /** Takes a message on Paho's thread; must not block. */
  interface Taker {
    void take(String topic, byte[] body, int packet, AckLine line);
  }

  /**
   * Connects and subscribes to what the sheds of a site say.
   *
   * @throws MqttException when the broker cannot be reached or refuses
   */
  static MqttConnection open(MqttAddress address, SiteId site, int receiveMaximum, Taker taker)
      throws MqttException {
    MqttAsyncClient client =
        new MqttAsyncClient(address.url(), address.client(), new MemoryPersistence());
    MqttConnection connection = new MqttConnection(client);
    try {
      client.setManualAcks(true);
      client.setCallback(connection.callback(receiveMaximum, taker));
      IMqttToken connected = client.connect(options(address, receiveMaximum));
      connected.waitForCompletion(CONNECT_MILLIS);
      connection.window = new Semaphore(window(connected));
      connection.subscribe(site);
      return connection;
    } catch (MqttException | RuntimeException e) {
      connection.drop();
      throw e;
    }
  }

  /** What the broker takes at a time (Mosquitto: 20); Paho refuses to send more. */
  private static int window(IMqttToken connected) {
    MqttProperties answer = connected.getResponseProperties();
    Integer wanted = answer == null ? null : answer.getReceiveMaximum();
    return wanted == null ? PUBLISH_WINDOW : Math.min(PUBLISH_WINDOW, wanted);
  }

  private static MqttConnectionOptions options(MqttAddress address, int receiveMaximum) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setCleanStart(false);
    options.setSessionExpiryInterval(SESSION_SECONDS);
    options.setReceiveMaximum(receiveMaximum);
    if (!address.isTls()) {
      options.setSocketFactory(new MqttSockets());
    }
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout((int) (CONNECT_MILLIS / 1_000));
    address.user().ifPresent(options::setUserName);
    address
        .password()
        .ifPresent(password -> options.setPassword(password.getBytes(StandardCharsets.UTF_8)));
    return options;
  }

  private void subscribe(SiteId site) throws MqttException {
    for (Channel channel : Channel.values()) {
      if (channel.fromEdge()) {
        String filter = Topic.filter(site, channel);
        IMqttToken token = client.subscribe(filter, 1);
        token.waitForCompletion(CONNECT_MILLIS);
        // Paho tells a refusal in no other way.
        if (Arrays.stream(token.getReasonCodes()).anyMatch(code -> code >= FIRST_REFUSAL)) {
          throw new IllegalStateException("the broker refuses our subscription to " + filter);
        }
      }
    }
  }

  private MqttCallback callback(int receiveMaximum, Taker taker) {
    AckLine line = new AckLine(receiveMaximum, this::acknowledge);
    return new MqttCallback() {
      @Override
      public void messageArrived(String topic, MqttMessage message) {
        taker.take(topic, message.getPayload(), message.getId(), line);
      }

      @Override
      public void disconnected(MqttDisconnectResponse response) {
        lost.countDown();
      }

      @Override
      public void mqttErrorOccurred(MqttException e) {
        LOG.warn("mqtt client reports an error", e);
      }

      @Override
      public void deliveryComplete(IMqttToken token) {}

      @Override
      public void connectComplete(boolean reconnect, String url) {}

      @Override
      public void authPacketArrived(int reason, MqttProperties properties) {}
    };
  }

  private void acknowledge(int packet) {
    try {
      client.messageArrivedComplete(packet, 1);
    } catch (MqttException e) {
      // The connection is gone; the broker sends the message again to the next one.
      LOG.debug("acknowledgement not sent packet={}", packet, e);
    }
  }

  /** Sends a message, as soon as the broker wants one more; false when it is not sent. */
  boolean publish(String topic, MqttMessage message) throws InterruptedException {
    if (!window.tryAcquire(TAKEN_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
      LOG.warn("the broker takes no messages, dropping the connection");
      lost.countDown();
      return false;
    }
    try {
      client.publish(topic, message, null, taken());
      return true;
    } catch (MqttException e) {
      window.release();
      LOG.debug("message not sent", e);
      return false;
    }
  }

  private MqttActionListener taken() {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        window.release();
      }

      @Override
      public void onFailure(IMqttToken token, Throwable cause) {
        window.release();
      }
    };
  }

  boolean alive() {
    return lost.getCount() > 0 && client.isConnected();
  }

  /** Waits for the loss of this connection. */
  boolean awaitLoss(long millis) throws InterruptedException {
    return lost.await(millis, TimeUnit.MILLISECONDS) || !client.isConnected();
  }

  /** Ends it at once; safe to repeat, from any thread. */
  void drop() {
    lost.countDown();
    if (dropped.getAndSet(true)) {
      return; // A client that is closed already answers with a NullPointerException.
    }
    try {
      client.disconnectForcibly(0, 500, false);
    } catch (MqttException | RuntimeException e) {
      LOG.debug("connection was gone already", e);
    }
    try {
      client.close(true);
    } catch (MqttException | RuntimeException e) {
      LOG.debug("client was closed already", e);
    }
  }
}
