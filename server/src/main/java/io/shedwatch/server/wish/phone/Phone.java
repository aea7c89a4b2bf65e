package io.shedwatch.server.wish.phone;

import io.shedwatch.server.notice.Language;

/**
 * Where and how somebody is reached; nothing about who that is. Whoever knows it can send there, so
 * it is never logged.
 *
 * @param address as its messenger understands it: of Web Push, the URL at the browser's push
 *     service
 * @param keys for words that only the phone shall read: of Web Push, both of {@link PushKeys}
 */
public record Phone(String address, String keys, Language language) {
  @Override
  public String toString() {
    return "Phone[" + language + "]";
  }
}
