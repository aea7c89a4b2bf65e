/**
 * The pressure map: what of sessions and silent sheds goes into the estimate, when it is made,
 * where it is kept, and what of it is shown to whom.
 *
 * <p>In: the tables of sessions and alerts, the site. Out: an estimate each night, kept by day,
 * group of buildings and hour; answers for staff. Never done here: the estimate itself, and any
 * figure of a group under ten households ({@link io.shedwatch.server.pressure.map.MapView} leaves
 * them out).
 */
@NullMarked
package io.shedwatch.server.pressure.map;

import org.jspecify.annotations.NullMarked;
