package io.shedwatch.server.wish.phone;

import java.time.Duration;

/**
 * What a phone shows.
 *
 * @param topic of all words about one thing, 32 characters of base64url: a newer word takes the
 *     place of one that was not delivered yet
 * @param tag the same at each attempt, so that a word which comes twice is shown once
 * @param useful how long it is worth delivering
 * @param urgent whether a phone that saves its battery is woken for it
 */
public record Word(
    String topic, String tag, String title, String body, Duration useful, boolean urgent) {}
