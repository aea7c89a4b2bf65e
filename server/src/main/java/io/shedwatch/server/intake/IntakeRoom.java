package io.shedwatch.server.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.server.live.LiveFeed;
import io.shedwatch.server.readings.ReadingSink;
import io.shedwatch.server.site.Site;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What the intake is given by the main.
 *
 * @param database a plain pool: connections are taken for one transaction each
 * @param rules what is in force; asked once a tick
 * @param holder names this server across its restarts: two servers on one site need two names
 * @param lanes how many threads handle messages
 */
public record IntakeRoom(
    Site site,
    DataSource database,
    ReadingSink sink,
    LiveFeed feed,
    Supplier<StepRules> rules,
    InstantSource clock,
    MeterRegistry meters,
    String holder,
    int lanes) {}
