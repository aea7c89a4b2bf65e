package io.shedwatch.server.alert;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an alert or incident is about: a socket, a shed, a building, or the site itself.
 *
 * @param socket only with a shed
 * @param building only without a shed
 */
public record Subject(
    SiteId site, Optional<ShedId> shed, OptionalInt socket, Optional<String> building) {
  public Subject {
    if ((socket.isPresent() && shed.isEmpty()) || (building.isPresent() && shed.isPresent())) {
      throw new IllegalArgumentException("a socket is in a shed, and a building is not");
    }
  }

  public static Subject of(ShedAddress shed) {
    return of(shed, OptionalInt.empty());
  }

  /** A socket, or the whole shed where that is empty. */
  public static Subject of(ShedAddress shed, OptionalInt socket) {
    return new Subject(shed.site(), Optional.of(shed.shed()), socket, Optional.empty());
  }

  public static Subject ofBuilding(SiteId site, String building) {
    return new Subject(site, Optional.empty(), OptionalInt.empty(), Optional.of(building));
  }

  /** The system itself. */
  public static Subject ofSite(SiteId site) {
    return new Subject(site, Optional.empty(), OptionalInt.empty(), Optional.empty());
  }

  /** The key under which alerts join one incident. */
  public String key() {
    if (building.isPresent()) {
      return site + "/" + building.get();
    }
    if (shed.isEmpty()) {
      return site + "/";
    }
    return site + "/" + shed.get() + (socket.isPresent() ? "/" + socket.getAsInt() : "");
  }
}
