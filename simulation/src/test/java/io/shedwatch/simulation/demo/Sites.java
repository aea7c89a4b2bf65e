package io.shedwatch.simulation.demo;

/** A site as a server tells it. */
final class Sites {
  /** Two sheds of three sockets among three buildings. */
  static final String SMALL =
      """
      {"site": "test", "name": {"zh": "小", "en": "Small"}, "timezone": "Asia/Shanghai",
       "illustration": true, "reach": {"metres": 150.0, "sheds": 3}, "grids": [],
       "buildings": [
         {"building": "b01", "grid": "g1", "households": 12, "bikes": null, "x": 0.0, "y": 0.0},
         {"building": "b02", "grid": "g1", "households": 12, "bikes": null, "x": 40.0, "y": 0.0},
         {"building": "b03", "grid": "g1", "households": 12, "bikes": null, "x": 80.0, "y": 0.0}],
       "sheds": [
         {"shed": "s01", "sockets": 3, "x": 10.0, "y": 20.0, "ratedWatts": 6000.0},
         {"shed": "s02", "sockets": 3, "x": 60.0, "y": 20.0, "ratedWatts": 6000.0}]}
      """;

  private Sites() {}
}
