package io.shedwatch.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

final class SseClientTest {
  private static final int MOST = 3;

  private final List<SseClient> gone = new ArrayList<>();
  private final SseClient client = new SseClient(MOST, gone::add);
  private final Connection connection = new Connection();

  @BeforeEach
  void aScreenConnects() {
    client.subscribe(connection);
  }

  @Test
  void framesWaitUntilTheConnectionTakesThem() {
    assertThat(offer("a")).isTrue();
    assertThat(offer("b")).isTrue();
    assertThat(connection.frames).isEmpty();
    connection.asked().request(1);
    assertThat(connection.frames).containsExactly("a");
    connection.asked().request(5);
    assertThat(connection.frames).containsExactly("a", "b");
  }

  @Test
  void oneFrameBeyondTheBoundEndsASlowClientWithWhatWaited() {
    for (int i = 0; i < MOST; i++) {
      assertThat(offer("frame " + i)).isTrue();
    }
    assertThat(offer("one too many")).isFalse();
    assertThat(client.slow()).isTrue();
    assertThat(client.ended()).isTrue();
    assertThat(connection.failure).containsInstanceOf(SseClient.SlowClient.class);
    assertThat(gone).containsExactly(client);
    connection.asked().request(10);
    assertThat(connection.frames).isEmpty();
  }

  @Test
  void aGoodEndComesAfterWhatWaits() {
    offer("last");
    client.end(SseClient.Ending.COMPLETE);
    assertThat(offer("too late")).isFalse();
    assertThat(connection.complete).isFalse();
    connection.asked().request(1);
    assertThat(connection.frames).containsExactly("last");
    assertThat(connection.complete).isTrue();
  }

  private boolean offer(String frame) {
    return client.offer(frame.getBytes(StandardCharsets.UTF_8));
  }

  /** What the server's end of a connection sees; it asks for nothing by itself. */
  private static final class Connection implements Subscriber<byte[]> {
    private final List<String> frames = new ArrayList<>();
    private Optional<Subscription> subscription = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private boolean complete;

    Subscription asked() {
      return subscription.orElseThrow();
    }

    @Override
    public void onSubscribe(Subscription given) {
      subscription = Optional.of(given);
    }

    @Override
    public void onNext(byte[] frame) {
      frames.add(new String(frame, StandardCharsets.UTF_8));
    }

    @Override
    public void onError(Throwable why) {
      failure = Optional.of(why);
    }

    @Override
    public void onComplete() {
      complete = true;
    }
  }
}
