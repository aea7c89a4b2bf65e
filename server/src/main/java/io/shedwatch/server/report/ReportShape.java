package io.shedwatch.server.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * A report in JSON; {@code place}, {@code note}, {@code photo} and {@code incident} for staff only.
 *
 * @param report the code with which the answer is read
 * @param state open, acknowledged, resolved or closed
 * @param answer what staff told the reporter
 * @param photo whether there is one, under {@code /photo}
 */
@Serdeable
@Schema(name = "Report")
record ReportShape(
    String report,
    String building,
    String reportedAt,
    String state,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> answer,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> answeredAt,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> place,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> note,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> photo,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> incident) {

  static ReportShape forReporter(Report report, SiteTime time) {
    return new ReportShape(
        report.code(),
        report.building(),
        time.text(report.reportedAt()),
        report.state(),
        report.answer(),
        report.answeredAt().map(time::text),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static ReportShape forStaff(Report report, SiteTime time) {
    return new ReportShape(
        report.code(),
        report.building(),
        time.text(report.reportedAt()),
        report.state(),
        report.answer(),
        report.answeredAt().map(time::text),
        Optional.of(report.place()),
        Optional.of(report.note()),
        Optional.of(report.photo()),
        Optional.of(report.incident()));
  }
}
