package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.Clip;
import io.shedwatch.server.site.Site;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what a route is told into words. Pure. */
final class NoticeText {
  /** A phone shows no more at a glance; what follows is counted. */
  private static final int MOST_LINES = 12;

  private static final int MOST_TITLE = 300;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

  private final Site site;
  private final Places places;
  private final Optional<URI> pages;

  /**
   * @param pages where people open the pages; empty: no link is given
   */
  NoticeText(Site site, Optional<URI> pages) {
    this.site = site;
    this.places = new Places(site);
    this.pages = pages;
  }

  /** One message of all that is told; at least one task. */
  Message of(List<Task> told, Route route) {
    List<Task> raised = of(told, true);
    List<Task> cleared = of(told, false);
    List<Task> named = raised.isEmpty() ? cleared : raised;
    Severity worst =
        named.stream().map(task -> task.alert().severity()).min(Comparator.naturalOrder()).get();
    boolean drill = named.get(0).alert().drill();
    Language language = route.language();
    String head = drill ? language.of("【演练】", "DRILL: ") : "";
    String mark = raised.isEmpty() ? language.of("恢复", "CLEARED") : mark(raised, worst, route);
    String title = head + language.of("【" + mark + "】", "[" + mark + "] ") + what(named, language);
    List<String> lines = new ArrayList<>();
    if (told.size() == 1 && !raised.isEmpty()) {
      single(raised.get(0).alert(), language, lines);
    } else {
      lines.addAll(list(raised, language));
      if (!cleared.isEmpty() && !raised.isEmpty()) {
        lines.add(language.of("已恢复：", "Cleared:"));
      }
      lines.addAll(list(cleared, language));
    }
    if (drill) {
      lines.add(language.of("这是演练，不会断电。", "This is a drill; no power is cut."));
    }
    lines.addAll(link(language));
    return new Message(
        worst,
        drill,
        Clip.characters(title, MOST_TITLE),
        String.join("\n", lines),
        NoticeFacts.json(told));
  }

  /** The site's name, for messages about no alert. */
  String site(Language language) {
    return language.of(site.name());
  }

  List<String> link(Language language) {
    return pages
        .map(url -> language.of("查看：", "See ") + url.resolve("/staff"))
        .map(List::of)
        .orElse(List.of());
  }

  private static String mark(List<Task> raised, Severity worst, Route route) {
    Language language = route.language();
    String severity = NoticeWords.severity(worst, language);
    boolean escalated = raised.stream().allMatch(Task::escalated);
    return escalated
        ? language.of(
            severity + " · " + route.afterMinutes() + " 分钟无人处理",
            severity + ", nobody took it for " + route.afterMinutes() + " min")
        : severity;
  }

  /** The title's second half: one alert with its place, or how many of which kinds. */
  private String what(List<Task> tasks, Language language) {
    AlertFact first = tasks.get(0).alert();
    if (tasks.size() == 1) {
      String name = NoticeWords.name(first, language) + language.of("：", ": ");
      String again =
          first.flapping().isPresent() ? language.of("（反复出现）", " (again and again)") : "";
      return name + places.name(first, language) + again;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    sorted(tasks)
        .forEach(task -> counts.merge(NoticeWords.name(task.alert(), language), 1, Integer::sum));
    List<String> kinds = new ArrayList<>();
    counts.forEach((kind, count) -> kinds.add(counts.size() == 1 ? kind : kind + " " + count));
    long sheds = tasks.stream().map(task -> task.alert().shed()).distinct().count();
    String where =
        sheds == 1
            ? first.shed().map(shed -> places.shed(shed, language)).orElse(site(language))
            : language.of(sheds + " 个车棚", sheds + " sheds");
    return language.of(
        where + " " + tasks.size() + " 条告警：" + String.join("、", kinds),
        tasks.size() + " alerts, " + where + ": " + String.join(", ", kinds));
  }

  private void single(AlertFact alert, Language language, List<String> lines) {
    lines.add(language.of("时间：", "At ") + time(alert.raisedAt()));
    if (alert.detail().isPresent()) {
      lines.add(language.of(alert.detail().get()));
    } else if (Double.isFinite(alert.measured())) {
      String unit = NoticeWords.unit(alert);
      String measured = number(alert.measured()) + unit;
      String limit = Double.isFinite(alert.limit()) ? number(alert.limit()) + unit : "–";
      lines.add(
          language.of(
              "实测 " + measured + "，限值 " + limit, "Measured " + measured + ", limit " + limit));
    }
    if (alert.relayOpened()) {
      lines.add(language.of("已自动断电", "Power was cut automatically"));
    }
    alert
        .clearedAt()
        .ifPresent(
            at -> lines.add(language.of("已于 " + time(at) + " 恢复", "Over since " + time(at))));
    alert
        .flapping()
        .ifPresent(
            flapping ->
                lines.add(
                    language.of(
                        times(flapping, language) + "。缓和之前不再逐次通知。",
                        times(flapping, language) + ". Not told each time until it calms down.")));
    String first = NoticeWords.first(alert, language);
    if (!first.isEmpty()) {
      lines.add(language.of("处置：", "Do first: ") + first);
    }
  }

  /** A line a kind and shed, the worst first. */
  private List<String> list(List<Task> tasks, Language language) {
    Map<String, List<AlertFact>> groups = new LinkedHashMap<>();
    for (Task task : sorted(tasks)) {
      AlertFact alert = task.alert();
      String key = NoticeWords.name(alert, language) + " " + alert.shed().orElse("");
      groups.computeIfAbsent(key, none -> new ArrayList<>()).add(alert);
    }
    List<String> lines = new ArrayList<>();
    for (List<AlertFact> group : groups.values()) {
      if (lines.size() == MOST_LINES) {
        int rest = groups.size() - MOST_LINES;
        lines.add(language.of("……另有 " + rest + " 处", "… and " + rest + " more places"));
        break;
      }
      lines.add("· " + line(group, language));
    }
    return lines;
  }

  private String line(List<AlertFact> group, Language language) {
    AlertFact first = group.get(0);
    String name = NoticeWords.name(first, language) + language.of("：", ": ");
    if (group.size() == 1) {
      String comma = language.of("，", ", ");
      String again = first.flapping().map(one -> comma + times(one, language)).orElse("");
      return name + places.name(first, language) + comma + time(first.raisedAt()) + again;
    }
    String shed = first.shed().map(id -> places.shed(id, language)).orElse(site(language));
    long flapping = group.stream().filter(one -> one.flapping().isPresent()).count();
    String again =
        flapping == 0
            ? ""
            : language.of("，其中 " + flapping + " 处反复出现", ", " + flapping + " again and again");
    String many = language.of(" " + group.size() + " 处", ", " + group.size() + " places");
    return name + shed + many + again;
  }

  private String times(AlertFact.Flapping flapping, Language language) {
    return language.of(
        time(flapping.since()) + " 起第 " + flapping.raises() + " 次",
        flapping.raises() + " times since " + time(flapping.since()));
  }

  private static List<Task> sorted(List<Task> tasks) {
    return tasks.stream()
        .sorted(
            Comparator.comparing((Task task) -> task.alert().severity())
                .thenComparing(task -> task.alert().kind())
                .thenComparing(task -> task.alert().shed().orElse("")))
        .toList();
  }

  private static List<Task> of(List<Task> told, boolean active) {
    return told.stream().filter(task -> task.transition().active() == active).toList();
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(site.timezone()));
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
