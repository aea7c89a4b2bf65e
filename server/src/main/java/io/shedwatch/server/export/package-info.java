/**
 * What leaves the house: exports of the incident log, an incident's dossier, the monthly report. In
 * come rows a page at a time, out go files; nothing is held whole in memory, and nothing is
 * changed.
 */
@NullMarked
package io.shedwatch.server.export;

import org.jspecify.annotations.NullMarked;
