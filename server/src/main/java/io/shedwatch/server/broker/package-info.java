/** The embedded MQTT broker, for sites that run none: accounts and access by topic, from code. */
@NullMarked
package io.shedwatch.server.broker;

import org.jspecify.annotations.NullMarked;
