package io.shedwatch.server.notice;

import io.shedwatch.server.notice.courier.Destination;

/**
 * Where somebody is told of something.
 *
 * @param filter of what; what does not pass is never told here
 * @param audience whom the courier shall reach by name
 * @param afterMinutes 0: at once; else only of what nobody has taken for so long (escalation)
 * @param tellsClears whether the end of what was told is told too
 * @param digest whether the daily digest goes here
 */
public record Route(
    String route,
    String name,
    Destination destination,
    RouteFilter filter,
    Audience audience,
    int afterMinutes,
    Language language,
    boolean tellsClears,
    boolean digest,
    boolean enabled) {}
