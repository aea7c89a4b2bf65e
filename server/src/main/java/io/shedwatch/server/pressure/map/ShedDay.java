package io.shedwatch.server.pressure.map;

import java.time.LocalDate;

/**
 * What one shed saw on one day.
 *
 * @param arrivals who found a socket there
 * @param fullMinutes by hour
 * @param darkMinutes by hour, in which it was not seen
 */
record ShedDay(LocalDate day, String shed, int arrivals, Hours fullMinutes, Hours darkMinutes) {}
