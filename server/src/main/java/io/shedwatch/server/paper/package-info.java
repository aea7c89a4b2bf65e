/**
 * What hangs on walls: a sheet for each shed, and the week's notice for the lift lobby. In come the
 * site and how taken its sheds were, out go PDFs in Chinese. Never here: buildings, persons, or
 * anything that a resident does not see on the page.
 */
@NullMarked
package io.shedwatch.server.paper;

import org.jspecify.annotations.NullMarked;
