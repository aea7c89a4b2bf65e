package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;
import java.time.Duration;

/**
 * The times of the dispatcher. Operator choices, not taken from a standard.
 *
 * @param criticalHold how long a critical alert waits for others of the same moment
 * @param majorHold the same for major ones: a power cut silences sheds one after the other
 * @param minorHold the same for minor ones and for clears
 * @param lateHold how long an alert waits that was raised long before it arrived: its clear may be
 *     on the way behind it (DESIGN 3, "Alarms hold")
 * @param late from which age on an alert counts as such
 * @param between between two messages of one route, when nothing critical is in the second
 * @param oneIncident what joins an incident within this time after a message about it is not told
 *     again, unless it is worse
 * @param giveUp a message that could not be delivered for so long is given up
 */
record NoticeRules(
    Duration criticalHold,
    Duration majorHold,
    Duration minorHold,
    Duration lateHold,
    Duration late,
    Duration between,
    Duration oneIncident,
    Duration giveUp) {
  static final NoticeRules DEFAULTS =
      new NoticeRules(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(2),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofHours(24));

  Duration hold(Severity severity) {
    return switch (severity) {
      case CRITICAL -> criticalHold;
      case MAJOR -> majorHold;
      case MINOR -> minorHold;
    };
  }
}
