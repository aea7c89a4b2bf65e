package io.shedwatch.server.session;

/**
 * A session that has not ended.
 *
 * @param freeAt when the socket was last seen free before it, epoch milliseconds; 0: never
 * @param lowSince since when power has been below the limit of full; 0: it is not
 * @param rowAt the sample time of the newest row written
 */
public record UnderWay(Session session, long freeAt, long lowSince, long rowAt) {}
