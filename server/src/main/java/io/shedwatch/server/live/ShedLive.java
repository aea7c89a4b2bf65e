package io.shedwatch.server.live;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.ShedState;
import java.util.List;
import java.util.Optional;

/**
 * One shed as its lane holds it: what was last heard, without a judgement of its age (the board
 * turns a silent shed's sockets to unknown when somebody looks).
 *
 * @param state empty before anything was heard
 * @param heardAt server's epoch milliseconds of the last live message; 0: never
 * @param sockets in the order of their numbers, one a configured socket
 */
public record ShedLive(
    ShedId shed, Optional<ShedState> state, long heardAt, List<SocketLive> sockets) {}
