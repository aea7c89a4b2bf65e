package io.shedwatch.server.notice;

import io.shedwatch.server.notice.courier.Destination;
import io.shedwatch.server.notice.courier.Letter;

/** One attempt to send one notice, already written down as begun. */
record Errand(Notice notice, int attempt, Letter letter, Destination destination) {}
