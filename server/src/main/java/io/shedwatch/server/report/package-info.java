/**
 * Reports of fly-lines (飞线上报) by anybody, without a name.
 *
 * <p>In come a building, a place, some words and perhaps a photo; out go an incident of that
 * building for its grid leader, and a code with which the reporter reads what was done (接诉即办).
 * Never kept here: who reported. Addresses and devices are counted in memory for an hour and no
 * longer.
 */
@NullMarked
package io.shedwatch.server.report;

import org.jspecify.annotations.NullMarked;
