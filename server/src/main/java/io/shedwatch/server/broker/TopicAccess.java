package io.shedwatch.server.broker;

import io.shedwatch.contract.Channel;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Topic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which account may do what: a shed publishes its own edge channels and hears its own server
 * channels; the server does everything and is the only one to publish receipts, limits and
 * commands.
 */
final class TopicAccess {
  /** The server's account; sheds' accounts hold a hyphen, so none is called like it. */
  static final String SERVER = "server";

  private static final Comparator<Map.Entry<String, ShedAddress>> BY_ACCOUNT =
      Map.Entry.comparingByKey();

  private TopicAccess() {}

  /** The account of a shed. */
  static String account(ShedAddress shed) {
    return shed.site() + "-" + shed.shed();
  }

  static boolean mayPublish(Channel channel) {
    return channel.fromEdge();
  }

  /** Its own status too: an agent that sees another's retained one answers with its own. */
  static boolean mayHear(Channel channel) {
    return !channel.fromEdge() || channel == Channel.STATUS;
  }

  /** The topic names that a shed may publish. */
  static List<String> published(ShedAddress shed) {
    return names(shed, Arrays.stream(Channel.values()).filter(TopicAccess::mayPublish).toList());
  }

  /** The topic names that a shed may subscribe to; no wildcard of any kind. */
  static List<String> heard(ShedAddress shed) {
    return names(shed, Arrays.stream(Channel.values()).filter(TopicAccess::mayHear).toList());
  }

  private static List<String> names(ShedAddress shed, List<Channel> channels) {
    return channels.stream().map(channel -> new Topic(shed, channel).name()).toList();
  }

  /** The same rule as Mosquitto's {@code acl_file}. */
  static String mosquitto(Map<String, ShedAddress> accounts) {
    StringBuilder text = new StringBuilder();
    text.append("user ").append(SERVER).append("\ntopic readwrite shedwatch/v1/#\n");
    accounts.entrySet().stream()
        .sorted(BY_ACCOUNT)
        .forEach(
            entry -> {
              text.append("\nuser ").append(entry.getKey()).append('\n');
              published(entry.getValue()).forEach(it -> line(text, "write", it));
              heard(entry.getValue()).forEach(it -> line(text, "read", it));
            });
    return text.toString();
  }

  private static void line(StringBuilder text, String access, String topic) {
    text.append("topic ").append(access).append(' ').append(topic).append('\n');
  }
}
