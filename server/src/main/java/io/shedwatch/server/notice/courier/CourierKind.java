package io.shedwatch.server.notice.courier;

import java.util.Arrays;
import java.util.List;

/** The ways a message can leave. */
public enum CourierKind {
  /** WeCom group robot (企业微信群机器人): 20 messages a minute each, by its documentation. */
  WECOM("wecom", 20),
  /** DingTalk custom robot (钉钉自定义机器人): 20 a minute, then locked for ten minutes. */
  DINGTALK("dingtalk", 20),
  /** Feishu custom robot (飞书自定义机器人): 100 a minute and 5 a second; half of it is ample. */
  FEISHU("feishu", 50),
  /** E-mail; a number that no mail server takes for spam. */
  SMTP("smtp", 30),
  /** Anything that speaks HTTP: an SMS or voice gateway, a city's platform. */
  WEBHOOK("webhook", 60);

  private final String word;
  private final int perMinute;

  CourierKind(String word, int perMinute) {
    this.word = word;
    this.perMinute = perMinute;
  }

  public String word() {
    return word;
  }

  /** How many messages one address takes a minute. */
  public int perMinute() {
    return perMinute;
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(CourierKind::word).toList();
  }

  /** The kind of that word; our own rows hold no other. */
  public static CourierKind ofWord(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no courier: " + word));
  }
}
