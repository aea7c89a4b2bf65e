/** Users, roles and what each role may see: the route x role table. */
@NullMarked
package io.shedwatch.server.access;

import org.jspecify.annotations.NullMarked;
