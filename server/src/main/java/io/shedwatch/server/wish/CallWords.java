package io.shedwatch.server.wish;

import io.shedwatch.server.notice.Language;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.wish.phone.Word;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** What a closed phone shows, in the language of its page. */
final class CallWords {
  private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  /** Push services take topics of 32 characters at most. */
  private static final int TOPIC_BYTES = 24;

  private final Site site;

  CallWords(Site site) {
    this.site = site;
  }

  Word of(Call call, Language language, Instant now) {
    String topic = topic(call.token());
    String place = place(call.place(), language);
    return new Word(
        topic,
        topic + "-" + call.what().word(),
        title(call.what(), place, language),
        body(call, place, language),
        Duration.between(now, call.useful()),
        call.what().urgent());
  }

  /** The token itself is a key to the wish: no push service shall know it. */
  private static String topic(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().encodeToString(java.util.Arrays.copyOf(digest, TOPIC_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private String place(Place place, Language language) {
    String shed =
        site.shed(place.shed()).map(one -> language.of(one.name())).orElse(place.shed().value());
    return language.of(
        shed + " " + place.socket() + " 号插座", "socket " + place.socket() + " of " + shed);
  }

  private static String title(Call.What what, String place, Language language) {
    return switch (what) {
      case OFFERED -> language.of(place + "空出来了", "Free now: " + place);
      case DONE -> language.of("您的车充满了", "Your bike is full");
      case MOVE -> language.of("请挪一下车，有邻居在等", "Please move your bike: a neighbour waits");
      case STOPPED -> language.of("充电提前中断了", "Charging stopped early");
      case UNPLUGGED -> language.of("插座已空，车被拔下了", "The bike was unplugged");
    };
  }

  private String body(Call call, String place, Language language) {
    String at = language.of(place, "At " + place);
    return switch (call.what()) {
      case OFFERED -> {
        String until = HOUR_MINUTE.format(call.useful().atZone(site.timezone()));
        yield language.of(
            "请尽快去，" + until + " 前不会再叫别人。",
            "Go there now. Nobody else is called before " + until + ".");
      }
      case DONE -> at + language.of("，请及时挪车。", ". Please move it.");
      case MOVE -> at + language.of("，车已充满。", ". It is full.");
      case STOPPED -> at + language.of("，请去看看。", ". Please go and look.");
      case UNPLUGGED -> at + language.of("。如果不是您拔的，请去看看。", ". If it was not you, go and look.");
    };
  }
}
