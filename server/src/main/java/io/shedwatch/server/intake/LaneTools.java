package io.shedwatch.server.intake;

import io.shedwatch.server.command.CommandPublisher;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.server.live.LiveFeed;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What all lanes share; each part is thread-safe. */
record LaneTools(
    Ledger ledger,
    LiveFeed feed,
    CommandPublisher publisher,
    Listening listening,
    Supplier<StepRules> rules,
    InstantSource clock,
    LaneMeters meters) {}
