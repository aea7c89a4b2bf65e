package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.intake.step.ShedBook;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** All lanes: a shed's messages go to one of them, always the same. */
final class Lanes implements MqttIntake.Listener, AutoCloseable {
  private final List<Lane> lanes = new ArrayList<>();
  private final Listening listening;
  private final LaneTools tools;
  private final AtomicInteger unsettled = new AtomicInteger();
  private final Runnable whenConnected;

  /**
   * @param capacity in messages: as many as may be under way
   * @param whenConnected what else is due at each connect; must not block
   */
  Lanes(
      int count,
      int capacity,
      List<ShedBook> books,
      LaneTools tools,
      ReadingsHand hand,
      Runnable whenConnected) {
    this.tools = tools;
    this.listening = tools.listening();
    this.whenConnected = whenConnected;
    List<List<ShedBook>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    for (ShedBook book : books) {
      parts.get(laneOf(key(book.shed()), count)).add(book);
    }
    for (int i = 0; i < count; i++) {
      LaneBooks own = new LaneBooks(parts.get(i), tools);
      lanes.add(new Lane("lane-" + i, capacity, own, hand, tools.meters()));
    }
  }

  void start() {
    lanes.forEach(Lane::start);
  }

  @Override
  public boolean arrived(Arrived message) {
    unsettled.incrementAndGet();
    Arrived counted =
        new Arrived(
            message.topic(),
            message.body(),
            message.receivedAt(),
            () -> {
              unsettled.decrementAndGet();
              message.ack().settled();
            });
    return lanes.get(laneOf(message.topic(), lanes.size())).offer(counted);
  }

  @Override
  public void connected() {
    listening.began(tools.clock().millis());
    lanes.forEach(Lane::connected);
    whenConnected.run();
  }

  @Override
  public void disconnected() {
    listening.ended();
  }

  @Override
  public int unsettled() {
    return unsettled.get();
  }

  /** The beginning of a shed's topics. */
  private static String key(ShedAddress shed) {
    return "shedwatch/v1/" + shed + "/";
  }

  /** By the topic without its last level, read in place. */
  private static int laneOf(String topic, int count) {
    int end = topic.lastIndexOf('/');
    int hash = 0;
    for (int i = 0; i < end; i++) {
      hash = 31 * hash + topic.charAt(i);
    }
    return Math.floorMod(hash ^ (hash >>> 16), count);
  }

  @Override
  public void close() {
    lanes.forEach(Lane::close);
  }
}
