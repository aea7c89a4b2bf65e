package io.shedwatch.server.site;

import io.shedwatch.contract.Bounds;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The text of a site file, read strictly into a {@link Site}. */
final class SiteFile {
  /** Longer names break every page. */
  static final int MAX_NAME = 60;

  private static final String ID = "[a-z0-9-]{1,32}";

  /** Farther from the plan's origin is a mixed-up unit (degrees, millimetres). */
  private static final double MAX_METRES = 100_000;

  private static final int MAX_HOUSEHOLDS = 10_000;
  private static final int MAX_BIKES = 100_000;
  private static final double MAX_RATED_WATTS = 1_000_000;

  /** DESIGN section 6: a shed's default power limit. */
  private static final double DEFAULT_RATED_WATTS = 6_000;

  /** DESIGN section 8: how far a resident walks. */
  private static final Site.Reach DEFAULT_REACH = new Site.Reach(150, 3);

  private final List<String> faults = new ArrayList<>();

  private SiteFile() {}

  /**
   * @param file how the file is called in faults
   * @throws SiteFault with every fault found
   */
  static Site parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(4 * 1024 * 1024);
    options.setMaxAliasesForCollections(10);
    SiteFile reader = new SiteFile();
    @Nullable Node root;
    try {
      root = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new SiteFault(file, List.of("line " + line + ": not YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      throw new SiteFault(file, List.of("not YAML: " + e.getMessage()));
    }
    if (root == null) {
      throw new SiteFault(file, List.of("is empty"));
    }
    Site site = reader.site(root);
    if (!reader.faults.isEmpty()) {
      throw new SiteFault(file, reader.faults);
    }
    return site;
  }

  private Site site(Node root) {
    YamlFields top =
        new YamlFields(
            root,
            "",
            faults,
            List.of(
                "site",
                "name",
                "timezone",
                "illustration",
                "reach",
                "grids",
                "buildings",
                "sheds"));
    List<Site.Grid> grids = new ArrayList<>();
    for (YamlFields grid : top.list("grids", List.of("id", "name", "leader"))) {
      grids.add(new Site.Grid(id(grid, "id"), grid.name("name"), grid.text("leader", MAX_NAME)));
    }
    List<Site.Building> buildings = new ArrayList<>();
    List<String> buildingKeys = List.of("id", "name", "grid", "households", "bikes", "x", "y");
    for (YamlFields building : top.list("buildings", buildingKeys)) {
      buildings.add(building(building, grids));
    }
    List<Site.Shed> sheds = new ArrayList<>();
    List<String> shedKeys = List.of("id", "name", "sockets", "x", "y", "ratedWatts");
    for (YamlFields shed : top.list("sheds", shedKeys)) {
      sheds.add(shed(shed));
    }
    if (sheds.isEmpty()) {
      top.fault("sheds", "must list at least one shed");
    }
    unique(top, "grids", grids, Site.Grid::grid);
    unique(top, "buildings", buildings, Site.Building::building);
    unique(top, "sheds", sheds, shed -> shed.shed().value());
    return new Site(
        new SiteId(id(top, "site")),
        top.name("name"),
        zone(top),
        top.has("reach") ? reach(top) : DEFAULT_REACH,
        grids,
        buildings,
        sheds,
        top.has("illustration") && top.truth("illustration"));
  }

  private static Site.Building building(YamlFields fields, List<Site.Grid> grids) {
    String grid = id(fields, "grid");
    if (grids.stream().noneMatch(known -> known.grid().equals(grid))) {
      fields.fault("grid", "names no grid of this file: " + grid);
    }
    return new Site.Building(
        id(fields, "id"),
        fields.name("name"),
        grid,
        fields.count("households", 0, MAX_HOUSEHOLDS),
        fields.has("bikes") ? fields.count("bikes", 0, MAX_BIKES) : -1,
        fields.number("x", -MAX_METRES, MAX_METRES),
        fields.number("y", -MAX_METRES, MAX_METRES));
  }

  private static Site.Shed shed(YamlFields fields) {
    return new Site.Shed(
        new ShedId(id(fields, "id")),
        fields.name("name"),
        fields.count("sockets", 1, Bounds.MAX_SOCKETS),
        fields.number("x", -MAX_METRES, MAX_METRES),
        fields.number("y", -MAX_METRES, MAX_METRES),
        fields.has("ratedWatts")
            ? fields.number("ratedWatts", 1, MAX_RATED_WATTS)
            : DEFAULT_RATED_WATTS);
  }

  private static Site.Reach reach(YamlFields top) {
    YamlFields reach = top.mapping("reach", List.of("metres", "sheds"));
    return new Site.Reach(reach.number("metres", 10, 2_000), reach.count("sheds", 1, 20));
  }

  private static ZoneId zone(YamlFields top) {
    String name = top.text("timezone", MAX_NAME);
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      top.fault("timezone", "must be a time zone like Asia/Shanghai: " + name);
      return ZoneId.of("UTC");
    }
  }

  /** An identity; ids are topic levels and travel in URLs. */
  private static String id(YamlFields fields, String key) {
    String id = fields.text(key, 64);
    if (!id.matches(ID)) {
      if (!id.equals("?")) {
        fields.fault(key, "must match " + ID + ": " + id);
      }
      return "x";
    }
    return id;
  }

  private static <T> void unique(
      YamlFields top, String list, List<T> entries, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T entry : entries) {
      if (!seen.add(id.apply(entry))) {
        top.fault(list, "has the id " + id.apply(entry) + " twice");
      }
    }
  }
}
