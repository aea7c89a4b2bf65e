package io.shedwatch.edge.uplink;

import io.shedwatch.contract.Channel;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection by one Paho client, which lives as long as the connection. */
final class MqttLine implements Dialer.Line, MqttCallback {
  /** From here on a reason code means no. */
  private static final int REFUSED = 0x80;

  /** What MQTT 5 means when a broker does not say. */
  private static final int DEFAULT_RECEIVE_MAXIMUM = 65_535;

  private static final long GOODBYE_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(MqttLine.class);

  private final ShedAddress address;
  private final Consumer<Dialer.Event> events;
  private final Executor undertaker;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Optional<MqttAsyncClient> client = Optional.empty();

  MqttLine(ShedAddress address, Consumer<Dialer.Event> events, Executor undertaker) {
    this.address = address;
    this.events = events;
    this.undertaker = undertaker;
  }

  /** Begins to connect. */
  void connect(String url, String clientId, MqttConnectionOptions options) {
    try {
      MqttAsyncClient fresh = new MqttAsyncClient(url, clientId, new MemoryPersistence());
      client = Optional.of(fresh);
      fresh.setCallback(this);
      fresh.connect(options, null, answer(this::connected, this::closed));
    } catch (MqttException | IllegalArgumentException e) {
      closed(e);
    }
  }

  private void connected(IMqttToken token) {
    MqttProperties said = token.getResponseProperties();
    Integer most = said == null ? null : said.getReceiveMaximum();
    tell(new Dialer.Opened(most == null ? DEFAULT_RECEIVE_MAXIMUM : most));
  }

  @Override
  public void subscribe() {
    MqttSubscription[] subscriptions = {
      subscription(Channel.COMMANDS, true),
      subscription(Channel.LIMITS, true),
      // The kept receipt may be older than the server's store: not even asked for.
      subscription(Channel.STORED, false),
      subscription(Channel.STATUS, false)
    };
    subscriptions[3].setNoLocal(true);
    try {
      connection()
          .subscribe(
              subscriptions,
              null,
              answer(token -> subscribed(subscriptions, token), this::closed),
              new MqttProperties());
    } catch (MqttException e) {
      closed(e);
    }
  }

  private MqttSubscription subscription(Channel channel, boolean withKept) {
    MqttSubscription subscription = new MqttSubscription(new Topic(address, channel).name(), 1);
    subscription.setRetainHandling(withKept ? 0 : 2);
    return subscription;
  }

  /** A refusal is silent: it is only in the reason codes. */
  private void subscribed(MqttSubscription[] asked, IMqttToken token) {
    List<String> refused = new ArrayList<>();
    int[] codes = token.getReasonCodes();
    for (int i = 0; i < codes.length && i < asked.length; i++) {
      if (codes[i] >= REFUSED) {
        refused.add(asked[i].getTopic() + " (0x" + Integer.toHexString(codes[i]) + ")");
      }
    }
    tell(new Dialer.Subscribed(refused));
  }

  @Override
  public boolean publish(Dialer.Parcel parcel) {
    MqttMessage message = new MqttMessage(parcel.body());
    message.setQos(1);
    message.setRetained(parcel.retained());
    try {
      connection()
          .publish(
              new Topic(address, parcel.channel()).name(),
              message,
              null,
              answer(
                  token -> acknowledged(parcel.id(), token),
                  failure -> notAcknowledged(parcel.id(), failure)));
      return true;
    } catch (MqttException e) {
      LOG.debug("shed={} publish=notTaken why=\"{}\"", address, e.getMessage());
      return false;
    }
  }

  private void acknowledged(long id, IMqttToken token) {
    int[] codes = token.getReasonCodes();
    int code = codes == null || codes.length == 0 ? 0 : codes[0];
    tell(new Dialer.Acknowledged(id, code < REFUSED, "0x" + Integer.toHexString(code)));
  }

  private void notAcknowledged(long id, Throwable failure) {
    // Paho's own codes, as for a lost connection, lie above a byte: then nobody refused anything.
    if (failure instanceof MqttException refusal
        && refusal.getReasonCode() >= REFUSED
        && refusal.getReasonCode() <= 0xff) {
      String reason = "0x" + Integer.toHexString(refusal.getReasonCode());
      tell(new Dialer.Acknowledged(id, false, reason));
    }
  }

  private MqttAsyncClient connection() {
    return client.orElseThrow(() -> new IllegalStateException("not dialed"));
  }

  @Override
  public void hangUp(boolean politely) {
    if (!politely) {
      over.set(true);
    }
    undertaker.execute(
        () -> {
          takeApart(politely);
          if (politely) {
            tellClosed("hung up");
          }
        });
  }

  private void takeApart(boolean politely) {
    if (client.isEmpty()) {
      return;
    }
    MqttAsyncClient old = client.get();
    try {
      if (politely && old.isConnected()) {
        old.disconnect(GOODBYE_MILLIS).waitForCompletion(2 * GOODBYE_MILLIS);
      } else {
        old.disconnectForcibly(0, GOODBYE_MILLIS, false);
      }
    } catch (MqttException e) {
      LOG.debug("shed={} hangUp=rough why=\"{}\"", address, e.getMessage());
    }
    try {
      old.close(true);
    } catch (MqttException | RuntimeException e) {
      // A client that lost its connection meanwhile answers with a NullPointerException.
      // Its threads may stay: the gauge of the uplink thread shows them.
      LOG.debug("shed={} close=failed why=\"{}\"", address, e.getMessage());
    }
  }

  private void tell(Dialer.Event event) {
    if (!over.get()) {
      events.accept(event);
    }
  }

  private void tellClosed(String why) {
    if (over.compareAndSet(false, true)) {
      events.accept(new Dialer.Closed(why));
    }
  }

  private void closed(Throwable failure) {
    Throwable cause = failure.getCause();
    tellClosed(failure.getMessage() + (cause == null ? "" : ": " + cause));
  }

  private static MqttActionListener answer(Consumer<IMqttToken> yes, Consumer<Throwable> no) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        yes.accept(token);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable failure) {
        no.accept(failure);
      }
    };
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    tell(new Dialer.Arrived(topic, message.getPayload(), message.isRetained()));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    MqttException failure = response.getException();
    String why = failure == null ? "" : " " + failure.getMessage();
    tellClosed("code " + response.getReturnCode() + why);
  }

  @Override
  public void mqttErrorOccurred(MqttException failure) {
    LOG.debug("shed={} mqtt=error why=\"{}\"", address, failure.getMessage());
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Told by each publish's own answer.
  }

  @Override
  public void connectComplete(boolean reconnect, String url) {
    // Told by the connect's own answer.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // Accounts have passwords or certificates; nothing is negotiated.
  }
}
