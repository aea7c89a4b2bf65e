/**
 * What happens next: when each charge will be full, when a full shed has room again, and how likely
 * each shed is full in the hours to come.
 *
 * <p>In come what sheds show now and the charges of past weeks; out go times with an interval that
 * holds them four times in five, and chances. Everything but the loop and its hands is pure. Never
 * done here: waiting for anybody on the way of a reading, and a forecast for a shed that is not
 * heard.
 */
@NullMarked
package io.shedwatch.server.forecast;

import org.jspecify.annotations.NullMarked;
