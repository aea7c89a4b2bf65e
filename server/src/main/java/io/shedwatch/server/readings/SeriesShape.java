package io.shedwatch.server.readings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A series in JSON, and as CSV for a spreadsheet.
 *
 * @param every width of a bucket as it was read, ISO 8601 duration
 * @param points the oldest first, one for each bucket that holds something
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Series")
record SeriesShape(String every, List<PointShape> points) {
  private static final String CSV_HEAD =
      "at,wattsMean,wattsMin,wattsMax,amperesMean,amperesMax,voltsMean,celsiusMax,wattHours\r\n";

  /** More digits are noise of the means; a milliwatt is enough. */
  private static final double PER_UNIT = 1_000;

  /**
   * One bucket; null where nothing was measured.
   *
   * @param at its start
   * @param wattHours energy of the bucket, Wh
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Point")
  record PointShape(
      String at,
      OptionalDouble wattsMean,
      OptionalDouble wattsMin,
      OptionalDouble wattsMax,
      OptionalDouble amperesMean,
      OptionalDouble amperesMax,
      OptionalDouble voltsMean,
      OptionalDouble celsiusMax,
      OptionalDouble wattHours) {}

  static SeriesShape of(long everyMillis, List<Point> points, SiteTime time) {
    List<PointShape> shapes =
        points.stream()
            .map(
                point ->
                    new PointShape(
                        time.text(point.at()),
                        rounded(point, Point::wattsMean),
                        rounded(point, Point::wattsMin),
                        rounded(point, Point::wattsMax),
                        rounded(point, Point::amperesMean),
                        rounded(point, Point::amperesMax),
                        rounded(point, Point::voltsMean),
                        rounded(point, Point::celsiusMax),
                        rounded(point, Point::wattHours)))
            .toList();
    return new SeriesShape(Duration.ofMillis(everyMillis).toString(), shapes);
  }

  private static OptionalDouble rounded(Point point, ToDoubleFunction<Point> quantity) {
    double value = quantity.applyAsDouble(point);
    return Double.isFinite(value)
        ? OptionalDouble.of(Math.round(value * PER_UNIT) / PER_UNIT)
        : OptionalDouble.empty();
  }

  /** RFC 4180 with a header line; a cell is empty where nothing was measured. */
  String csv() {
    StringBuilder csv = new StringBuilder(CSV_HEAD.length() + 96 * points.size());
    csv.append(CSV_HEAD);
    for (PointShape point : points) {
      csv.append(point.at());
      cell(csv, point.wattsMean());
      cell(csv, point.wattsMin());
      cell(csv, point.wattsMax());
      cell(csv, point.amperesMean());
      cell(csv, point.amperesMax());
      cell(csv, point.voltsMean());
      cell(csv, point.celsiusMax());
      cell(csv, point.wattHours());
      csv.append("\r\n");
    }
    return csv.toString();
  }

  private static void cell(StringBuilder csv, OptionalDouble value) {
    csv.append(',');
    value.ifPresent(number -> csv.append(String.format(Locale.ROOT, "%.3f", number)));
  }
}
