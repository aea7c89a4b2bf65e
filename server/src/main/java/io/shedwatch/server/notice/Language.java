package io.shedwatch.server.notice;

import io.shedwatch.server.site.Site;
import java.util.List;
import java.util.Locale;

/** In which language a route is told. */
public enum Language {
  ZH,
  EN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return List.of(ZH.word(), EN.word());
  }

  public static Language ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** One of the two. */
  public String of(String zh, String en) {
    return this == ZH ? zh : en;
  }

  public String of(Site.Name name) {
    return of(name.zh(), name.en());
  }
}
