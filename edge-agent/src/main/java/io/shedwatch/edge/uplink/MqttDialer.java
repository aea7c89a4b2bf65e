package io.shedwatch.edge.uplink;

import io.shedwatch.contract.Channel;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * Lines by Eclipse Paho on a short lead: no automatic reconnect, a new client each time, nothing
 * blocks in a callback, and what Paho does slowly (to take a dead connection apart) happens on a
 * thread of its own.
 */
public final class MqttDialer implements Dialer {
  /** Seconds for the TCP and TLS greeting; the supervisor gives up later than that. */
  private static final int CONNECT_SECONDS = 20;

  /** Commands and receipts in flight towards the shed. */
  private static final int RECEIVE_MAXIMUM = 32;

  /** The server's messages are small; a larger one would only fill the memory of the box. */
  private static final long MAX_PACKET_BYTES = 128 * 1024;

  /** Connections that wait to be taken apart; at most one per shed at a time comes here. */
  private static final ThreadPoolExecutor UNDERTAKER =
      new ThreadPoolExecutor(
          1,
          1,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> {
            Thread thread = new Thread(work, "uplink-hangup");
            thread.setDaemon(true);
            return thread;
          });

  static {
    UNDERTAKER.allowCoreThreadTimeOut(true);
  }

  private final ShedAddress address;
  private final MqttAccount account;
  private final SocketFactory sockets;

  /**
   * @throws IOException when a certificate file cannot be read
   */
  public MqttDialer(ShedAddress address, MqttAccount account) throws IOException {
    this.address = address;
    this.account = account;
    this.sockets = account.isTls() ? MqttTls.sockets(account) : new MqttSockets();
  }

  @Override
  public Line dial(byte[] will, Consumer<Event> events) {
    MqttLine line = new MqttLine(address, events, UNDERTAKER);
    line.connect(account.url(), clientId(), options(will));
    return line;
  }

  /** Stable, so that the broker ends a half-open connection of the shed when a new one comes. */
  private String clientId() {
    return "shedwatch-" + address.site() + "-" + address.shed();
  }

  private MqttConnectionOptions options(byte[] will) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setCleanStart(true);
    options.setSessionExpiryInterval(0L);
    options.setConnectionTimeout(CONNECT_SECONDS);
    options.setKeepAliveInterval(account.keepAliveSeconds());
    options.setReceiveMaximum(RECEIVE_MAXIMUM);
    options.setMaximumPacketSize(MAX_PACKET_BYTES);
    MqttMessage lost = new MqttMessage(will);
    lost.setQos(1);
    lost.setRetained(true);
    options.setWill(new Topic(address, Channel.STATUS).name(), lost);
    if (!account.user().isEmpty()) {
      options.setUserName(account.user());
      options.setPassword(account.password().getBytes(StandardCharsets.UTF_8));
    }
    options.setSocketFactory(sockets);
    return options;
  }
}
