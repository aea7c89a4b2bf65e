/**
 * Asking SQL: transactions, and lists a page at a time, newest first, by an opaque cursor that
 * stays right while rows are added. In come filters and a cursor, out go rows and the cursor of the
 * next page. Knows no table.
 */
@NullMarked
package io.shedwatch.server.sql;

import org.jspecify.annotations.NullMarked;
