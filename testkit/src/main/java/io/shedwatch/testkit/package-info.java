/** Real servers, seeds and measured data for tests. Never used by production code. */
@NullMarked
package io.shedwatch.testkit;

import org.jspecify.annotations.NullMarked;
