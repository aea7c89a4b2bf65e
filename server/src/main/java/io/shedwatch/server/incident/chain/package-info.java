/**
 * Proves the incident log: the rule of the chain, once for the server's own tables and once for a
 * log that somebody carried away as a file.
 *
 * <p>In come events in the order of the chain, the texts and files that belong to them, and hashes
 * that somebody kept; out goes a verdict. Nothing is ever mended here.
 */
@NullMarked
package io.shedwatch.server.incident.chain;

import org.jspecify.annotations.NullMarked;
