package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.site.Site;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan in sentences that can be read out at a meeting. Pure. */
final class CapacityWords {
  private CapacityWords() {}

  /** Sockets to add to one shed. */
  record Added(Site.Shed shed, int sockets) {}

  /**
   * "Five more sockets: put 3 at s04, 2 at s11: about 4.1 fewer turned away a day (3.2 to 5.0)".
   */
  static Site.Name sockets(List<Added> plan, Estimate fewer) {
    int all = plan.stream().mapToInt(Added::sockets).sum();
    if (all == 0) {
      return new Site.Name("没有值得加插座的地方。", "No place is worth another socket.");
    }
    String zh =
        plan.stream()
            .map(one -> one.shed().name().zh() + " " + one.sockets() + " 个")
            .collect(Collectors.joining("、"));
    String en =
        plan.stream()
            .map(one -> one.sockets() + " at " + one.shed().name().en())
            .collect(Collectors.joining(", "));
    return new Site.Name(
        "加 %d 个插座：%s，每天约少扑空 %s人。".formatted(all, zh, withBounds(fewer)),
        "%d more %s: put %s: about %s fewer turned away a day%s."
            .formatted(all, all == 1 ? "socket" : "sockets", en, number(fewer), bounds(fewer)));
  }

  /**
   * "Getting bikes moved within 30 min of full: about 6.3 fewer turned away a day (5.1 to 7.7)".
   */
  static Site.Name moved(int minutes, Estimate fewer) {
    return new Site.Name(
        "充满后 %d 分钟内挪车：每天约少扑空 %s人。".formatted(minutes, withBounds(fewer)),
        "Getting bikes moved within %d min of full: about %s fewer turned away a day%s."
            .formatted(minutes, number(fewer), bounds(fewer)));
  }

  private static String withBounds(Estimate one) {
    return number(one) + "（" + tenths(one.low()) + " 至 " + tenths(one.high()) + "）";
  }

  private static String bounds(Estimate one) {
    return " (" + tenths(one.low()) + " to " + tenths(one.high()) + ")";
  }

  private static String number(Estimate one) {
    return tenths(one.estimate());
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
