/**
 * Evidence (证据): what was measured and done around an incident, frozen while it is still known. In
 * come readings, limits, alerts and notices; out goes one file whose digest stands in the chain.
 */
@NullMarked
package io.shedwatch.server.evidence;

import org.jspecify.annotations.NullMarked;
