/**
 * What an installer writes down: a YAML file, as typed records.
 *
 * <p>In comes text; out go records whose every value is within its bounds, or one sentence that
 * names the place, what is wrong and what is expected. A key that nobody knows stops the start and
 * names the nearest one. Never done here: opening devices, files or connections that the settings
 * name; and a password never stands in a record that prints itself.
 */
@NullMarked
package io.shedwatch.edge.settings;

import org.jspecify.annotations.NullMarked;
