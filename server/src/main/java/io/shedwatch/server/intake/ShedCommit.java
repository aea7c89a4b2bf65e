package io.shedwatch.server.intake;

import io.shedwatch.server.intake.step.Consequence;
import io.shedwatch.server.intake.step.ShedBook;
import java.util.List;

/** The next book of one shed and what is committed with it, in this order. */
record ShedCommit(ShedBook next, List<Consequence> consequences) {}
