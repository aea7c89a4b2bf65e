package io.shedwatch.server.patrol.pressed;

import io.shedwatch.server.patrol.pressed.Neighbourhood.Home;
import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A situation in words for staff, in both languages. Pure. */
final class Wording {
  /** More names are counted. */
  private static final int MOST_NAMES = 8;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final ZoneId zone;

  Wording(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What an alert says.
   *
   * @param buildings that it was raised about, or has been about since
   * @param shutSince epoch milliseconds
   */
  Site.Name of(Situation now, List<Home> buildings, long shutSince) {
    return new Site.Name(
        head(now, buildings, shutSince, true) + redirect(now, true) + patrol(now, true),
        head(now, buildings, shutSince, false) + redirect(now, false) + patrol(now, false));
  }

  private String head(Situation now, List<Home> buildings, long shutSince, boolean zh) {
    List<Site.Name> homes = buildings.stream().map(home -> home.building().name()).toList();
    if (now.pressed().isEmpty()) {
      String about = homes.isEmpty() ? "" : names(homes, zh) + (zh ? "：" : ": ");
      if (now.unsure()) {
        return about
            + (zh ? "可去的车棚有的没有消息，无法判断是否仍满。" : "a shed in reach is silent, so nobody can say. ");
      }
      return about + (zh ? "可去的车棚已有空位。" : "a shed in reach has a free socket again. ");
    }
    List<Site.Name> sheds = now.shut().stream().map(Wording::name).toList();
    String since = TIME.format(Instant.ofEpochMilli(shutSince).atZone(zone));
    String away = String.format(Locale.ROOT, "%.1f", now.expected());
    return zh
        ? "%s满（%s 起），%s无处可充；未来一小时预计约 %s 人扑空（估计）。"
            .formatted(names(sheds, true), since, names(homes, true), away)
        : "%s full since %s; nothing in reach of %s; about %s turned away expected in the next hour (estimate). "
            .formatted(names(sheds, false), since, names(homes, false), away);
  }

  private static String redirect(Situation now, boolean zh) {
    return now.redirect()
        .map(
            to ->
                zh
                    ? "最近的空位：%s有 %d 个空位，步行约 %d 分钟。"
                        .formatted(to.to().name().zh(), to.free(), to.minutes())
                    : "Nearest free: %s has %d free, about %d min walk. "
                        .formatted(to.to().name().en(), to.free(), to.minutes()))
        .orElse(zh ? "全小区没有已知的空位。" : "No shed is known to have a free socket. ");
  }

  private static String patrol(Situation now, boolean zh) {
    return now.patrol()
        .map(window -> (zh ? "建议巡查：" : "Patrol ") + window.text() + (zh ? "。" : "."))
        .orElse(zh ? "这个时段没有巡查。" : "No patrol goes at this time.");
  }

  private static Site.Name name(ShedSight shut) {
    Site.Name name = shut.place().name();
    return shut.sight() == ShedSight.Sight.OUT
        ? new Site.Name(name.zh() + "（检修中）", name.en() + " (under maintenance)")
        : name;
  }

  private static String names(List<Site.Name> all, boolean zh) {
    Function<Site.Name, String> said = zh ? Site.Name::zh : Site.Name::en;
    String listed =
        all.stream().limit(MOST_NAMES).map(said).collect(Collectors.joining(zh ? "、" : ", "));
    int more = all.size() - MOST_NAMES;
    return more <= 0 ? listed : listed + (zh ? "等 " + all.size() + " 处" : " and " + more + " more");
  }
}
