package io.shedwatch.server.site;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One community (小区) as its site file describes it. Positions are metres on a plan, x to the east,
 * y to the north; distances are straight lines.
 *
 * @param reach how far a resident walks to a socket
 * @param illustration whether the layout is an illustration instead of a survey
 */
public record Site(
    SiteId site,
    Name name,
    ZoneId timezone,
    Reach reach,
    List<Grid> grids,
    List<Building> buildings,
    List<Shed> sheds,
    boolean illustration) {
  public Site {
    grids = List.copyOf(grids);
    buildings = List.copyOf(buildings);
    sheds = List.copyOf(sheds);
  }

  public Optional<Shed> shed(ShedId id) {
    return sheds.stream().filter(shed -> shed.shed().equals(id)).findFirst();
  }

  /** The shed of that id as callers write it. */
  public Optional<Shed> shed(String id) {
    return sheds.stream().filter(shed -> shed.shed().value().equals(id)).findFirst();
  }

  /** Sheds within the reach of a building, the nearest first. */
  public List<Shed> inReach(Building building) {
    return sheds.stream()
        .filter(shed -> building.metresTo(shed) <= reach.metres())
        .sorted(Comparator.comparingDouble(building::metresTo))
        .limit(reach.sheds())
        .toList();
  }

  /** The nearest shed, also beyond the reach; empty on a site without sheds. */
  public Optional<Shed> nearest(Building building) {
    return sheds.stream().min(Comparator.comparingDouble(building::metresTo));
  }

  /** A name in Chinese and in English. */
  public record Name(String zh, String en) {}

  /** Farther than {@code metres}, or after the nearest {@code sheds}, nobody goes. */
  public record Reach(double metres, int sheds) {}

  /** A few buildings with a grid leader (网格长). */
  public record Grid(String grid, Name name, String leader) {}

  /** A residential building (楼栋); {@code bikes} is negative where unknown. */
  public record Building(
      String building, Name name, String grid, int households, int bikes, double x, double y) {
    /** The straight line to a shed. */
    double metresTo(Shed shed) {
      return Math.hypot(shed.x() - x, shed.y() - y);
    }
  }

  /** A charging shed (车棚) with sockets 1..{@code sockets}. */
  public record Shed(ShedId shed, Name name, int sockets, double x, double y, double ratedWatts) {}
}
