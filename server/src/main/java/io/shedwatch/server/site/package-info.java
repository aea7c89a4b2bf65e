/**
 * The site: its sheds, sockets, buildings and grids, read once from the site file.
 *
 * <p>In comes YAML, out goes one immutable {@link io.shedwatch.server.site.Site}, or an error that
 * names every faulty line. Lies below all other rooms; decides nothing.
 */
@NullMarked
package io.shedwatch.server.site;

import org.jspecify.annotations.NullMarked;
