/**
 * The embedded MQTT broker, for sites that run none. In come connections of sheds and of the
 * server; each account may use its own topics only ({@link io.shedwatch.server.broker.TopicAccess},
 * the same rule that writes Mosquitto's access file). Messages are carried and kept here, and never
 * read.
 */
@NullMarked
package io.shedwatch.server.broker;

import org.jspecify.annotations.NullMarked;
