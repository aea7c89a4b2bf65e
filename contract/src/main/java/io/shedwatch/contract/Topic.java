package io.shedwatch.contract;

import java.util.Optional;

/** {@code shedwatch/v1/{site}/{shed}/{channel}}, both ways. */
public record Topic(ShedAddress address, Channel channel) {
  private static final String PREFIX = "shedwatch/v1/";

  /** The topic of that name, or empty when it is not one of ours. */
  public static Optional<Topic> parse(String name) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int siteEnd = name.indexOf('/', PREFIX.length());
    int shedEnd = siteEnd < 0 ? -1 : name.indexOf('/', siteEnd + 1);
    if (shedEnd < 0) {
      return Optional.empty();
    }
    String site = name.substring(PREFIX.length(), siteEnd);
    String shed = name.substring(siteEnd + 1, shedEnd);
    if (!Identifier.isTopicLevel(site) || !Identifier.isTopicLevel(shed)) {
      return Optional.empty();
    }
    return Channel.ofWord(name.substring(shedEnd + 1))
        .map(channel -> new Topic(ShedAddress.of(site, shed), channel));
  }

  /** The server's subscription to one channel of every shed of a site. */
  public static String filter(SiteId site, Channel channel) {
    return PREFIX + site + "/+/" + channel.word();
  }

  public String name() {
    return PREFIX + address + "/" + channel.word();
  }
}
