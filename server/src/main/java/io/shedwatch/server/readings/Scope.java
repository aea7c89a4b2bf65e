package io.shedwatch.server.readings;

import io.shedwatch.contract.ShedId;

/**
 * One socket, or all sockets of one shed.
 *
 * @param socket its number, from 1; 0 for all of the shed
 */
public record Scope(ShedId shed, int socket) {
  private static final int ALL = 0;

  public static Scope socket(ShedId shed, int socket) {
    if (socket < 1) {
      throw new IllegalArgumentException("sockets are numbered from 1: " + socket);
    }
    return new Scope(shed, socket);
  }

  public static Scope wholeShed(ShedId shed) {
    return new Scope(shed, ALL);
  }

  public boolean isWholeShed() {
    return socket == ALL;
  }
}
