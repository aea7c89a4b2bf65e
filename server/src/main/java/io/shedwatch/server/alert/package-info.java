/**
 * Alerts (告警): conditions that the server holds true and somebody must act on.
 *
 * <p>In come raised and cleared conditions of the lanes and what staff do about them; out go rows
 * and views. Never done here: deciding that hardware is in danger (the edge agent does), or telling
 * people.
 */
@NullMarked
package io.shedwatch.server.alert;

import org.jspecify.annotations.NullMarked;
