package io.shedwatch.server.site;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/site}: the plan that every page draws. */
@Controller("/api/v1")
final class HttpSite {
  private final SiteView view;

  HttpSite(Site site, ContactSettings contact) {
    this.view = SiteView.of(site, contact);
  }

  /** The site: its buildings, grids and sheds, with positions in metres. */
  @Get("/site")
  @Secured(HttpAccess.EVERYBODY)
  SiteView site() {
    return view;
  }

  /**
   * The site as JSON.
   *
   * @param hotline telephone of the property management; null where none is set
   */
  @Serdeable
  record SiteView(
      String site,
      NameView name,
      String timezone,
      boolean illustration,
      ReachView reach,
      List<GridView> grids,
      List<BuildingView> buildings,
      List<ShedView> sheds,
      Optional<String> hotline) {
    static SiteView of(Site site, ContactSettings contact) {
      return new SiteView(
          site.site().value(),
          NameView.of(site.name()),
          site.timezone().getId(),
          site.illustration(),
          new ReachView(site.reach().metres(), site.reach().sheds()),
          site.grids().stream().map(GridView::of).toList(),
          site.buildings().stream().map(BuildingView::of).toList(),
          site.sheds().stream().map(ShedView::of).toList(),
          contact.hotline());
    }
  }

  /** A name in both languages. */
  @Serdeable
  record NameView(String zh, String en) {
    static NameView of(Site.Name name) {
      return new NameView(name.zh(), name.en());
    }
  }

  /** How far a resident walks. */
  @Serdeable
  record ReachView(double metres, int sheds) {}

  /** A grid; who leads it is for staff and not told here. */
  @Serdeable
  record GridView(String grid, NameView name) {
    static GridView of(Site.Grid grid) {
      return new GridView(grid.grid(), NameView.of(grid.name()));
    }
  }

  /**
   * A building.
   *
   * @param bikes null where unknown
   */
  @Serdeable
  record BuildingView(
      String building,
      NameView name,
      String grid,
      int households,
      Optional<Integer> bikes,
      double x,
      double y) {
    static BuildingView of(Site.Building building) {
      return new BuildingView(
          building.building(),
          NameView.of(building.name()),
          building.grid(),
          building.households(),
          building.bikes() < 0 ? Optional.empty() : Optional.of(building.bikes()),
          building.x(),
          building.y());
    }
  }

  /** A shed. */
  @Serdeable
  record ShedView(String shed, NameView name, int sockets, double x, double y, double ratedWatts) {
    static ShedView of(Site.Shed shed) {
      return new ShedView(
          shed.shed().value(),
          NameView.of(shed.name()),
          shed.sockets(),
          shed.x(),
          shed.y(),
          shed.ratedWatts());
    }
  }
}
