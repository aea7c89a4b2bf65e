/**
 * The site: its sheds, sockets, buildings and grids, read once from the site file. In comes YAML,
 * out\n * goes one immutable {@link io.shedwatch.server.site.Site} or an error that names the line.
 * Lies below\n * all other rooms; decides nothing.
 */
@NullMarked
package io.shedwatch.server.site;

import org.jspecify.annotations.NullMarked;
