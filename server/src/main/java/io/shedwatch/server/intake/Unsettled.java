package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.intake.step.ShedEvent;

/** One event of one shed, and whom to tell when it is settled. */
record Unsettled(ShedAddress shed, ShedEvent event, Arrived.Ack ack) {}
