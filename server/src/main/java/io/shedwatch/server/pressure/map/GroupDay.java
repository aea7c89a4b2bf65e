package io.shedwatch.server.pressure.map;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is estimated of one group of buildings on one day.
 *
 * @param sheds key of the group, see {@link Walks.Group}
 * @param turnedAway expected bikes by hour
 * @param demand first attempts expected by hour; empty: estimated by an older version
 * @param relativeVariance of the group's numbers besides the count's own, over the number squared
 */
record GroupDay(
    LocalDate day,
    String sheds,
    Hours turnedAway,
    Optional<Hours> demand,
    double relativeVariance) {}
