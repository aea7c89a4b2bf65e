package io.shedwatch.server.incident;

import io.shedwatch.server.alert.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody saw and enters by hand.
 *
 * @param id the incident's, should it open one; the same again is the same entry
 * @param kind in the words of the page: fly-line, fire, blocked-exit, ...
 * @param shed empty: not at a shed
 * @param building empty: not at a building; with neither it concerns the whole site
 * @param at when it was seen
 * @param text what the person wrote
 */
public record ManualEntry(
    String id,
    String kind,
    Severity severity,
    Optional<String> shed,
    OptionalInt socket,
    Optional<String> building,
    Instant at,
    String who,
    String text) {
  /** The key under which it joins what is open there; an entry for the whole site is its own. */
  String openKey(String site) {
    String place = site + "/" + shed.or(() -> building).orElse(id);
    return socket.isPresent() ? place + "/" + socket.getAsInt() : place;
  }
}
