package io.shedwatch.server.notice.courier;

import java.util.List;

/**
 * One message on its way.
 *
 * @param notice its id; the same at every attempt, so that a receiver can drop a repetition
 * @param kind alert, digest or test
 * @param severity critical, major or minor
 * @param title one line, already marked when it is a drill or may be a repetition
 * @param text all of it for people, the title not included
 * @param facts the same for programs: JSON text of an array with one object an alert
 * @param to whom it shall reach by name; empty: whoever is at the destination
 */
public record Letter(
    String notice,
    String kind,
    String severity,
    boolean drill,
    String title,
    String text,
    String facts,
    List<Recipient> to) {
  public Letter {
    to = List.copyOf(to);
  }

  /** Title and text as a chat shows them. */
  String all() {
    return text.isEmpty() ? title : title + "\n" + text;
  }
}
