package io.shedwatch.server.broker;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A client that shows what the broker answered. */
final class MqttProbe implements AutoCloseable {
  static final int REFUSED = 0x80;
  private static final long WAIT_MILLIS = 20_000;

  /** A message that came, with its topic. */
  record Heard(String topic, String text, boolean retained) {}

  private final MqttAsyncClient client;
  final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  private MqttProbe(MqttAsyncClient client) {
    this.client = client;
  }

  static MqttProbe connect(String url, String id, String account, String password)
      throws MqttException {
    return connect(url, id, account, password, 0);
  }

  /**
   * @param sessionSeconds how long the broker keeps the session; 0: a clean start
   */
  static MqttProbe connect(
      String url, String id, String account, String password, long sessionSeconds)
      throws MqttException {
    MqttProbe probe = new MqttProbe(new MqttAsyncClient(url, id, new MemoryPersistence()));
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(account);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    options.setCleanStart(sessionSeconds == 0);
    options.setSessionExpiryInterval(sessionSeconds);
    options.setHttpsHostnameVerificationEnabled(false);
    options.setReceiveMaximum(1_000);
    probe.client.setCallback(probe.callback());
    probe.client.connect(options).waitForCompletion(WAIT_MILLIS);
    return probe;
  }

  /** The broker's reason; {@link #REFUSED} and above is a refusal. */
  int subscribe(String filter) {
    try {
      IMqttToken token = client.subscribe(filter, 1);
      token.waitForCompletion(WAIT_MILLIS);
      return token.getReasonCodes()[0];
    } catch (MqttException e) {
      return refusal(e);
    }
  }

  /** The broker's reason; a broker that closes the connection instead counts as a refusal. */
  int publish(String topic, String text, boolean retained) {
    try {
      IMqttToken token = client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, retained);
      token.waitForCompletion(WAIT_MILLIS);
      int[] reasons = token.getReasonCodes();
      return reasons == null || reasons.length == 0 ? 0 : reasons[0];
    } catch (MqttException e) {
      return refusal(e);
    }
  }

  private static int refusal(MqttException e) {
    return e.getReasonCode() >= REFUSED ? e.getReasonCode() : REFUSED;
  }

  Heard await() throws InterruptedException {
    Heard one = heard.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    if (one == null) {
      throw new AssertionError("nothing came");
    }
    return one;
  }

  boolean connected() {
    return client.isConnected();
  }

  /** Goes without a goodbye. */
  void vanish() throws MqttException {
    client.disconnectForcibly(0, 0, false);
  }

  private MqttCallback callback() {
    return new MqttCallback() {
      @Override
      public void messageArrived(String topic, MqttMessage message) {
        heard.add(
            new Heard(
                topic,
                new String(message.getPayload(), StandardCharsets.UTF_8),
                message.isRetained()));
      }

      @Override
      public void disconnected(MqttDisconnectResponse response) {}

      @Override
      public void mqttErrorOccurred(MqttException exception) {}

      @Override
      public void deliveryComplete(IMqttToken token) {}

      @Override
      public void connectComplete(boolean reconnect, String serverUri) {}

      @Override
      public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    };
  }

  @Override
  public void close() throws MqttException {
    try {
      if (client.isConnected()) {
        client.disconnect().waitForCompletion(WAIT_MILLIS);
      }
    } finally {
      client.close(true);
    }
  }
}
