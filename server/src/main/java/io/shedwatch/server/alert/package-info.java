/** Alerts (告警): conditions that the server holds true and somebody must act on. */
@NullMarked
package io.shedwatch.server.alert;

import org.jspecify.annotations.NullMarked;
