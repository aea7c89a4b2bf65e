/**
 * Settings: typed records, one a room, read once at the start.
 *
 * <p>In come environment variables {@code SHEDWATCH_*} and a YAML file with the same keys under
 * {@code shedwatch}; out go records whose values keep their bounds, or one error that lists every
 * fault. An unknown key stops the start. Nothing here knows a room, and nothing is read later.
 */
@NullMarked
package io.shedwatch.server.settings;

import org.jspecify.annotations.NullMarked;
