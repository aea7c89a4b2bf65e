package io.shedwatch.server.wish;

import io.shedwatch.contract.ShedId;

/** One socket of the site. */
record Place(ShedId shed, int socket) {}
