package io.shedwatch.contract;

/** What is believed of a message; beyond it is rejected as implausible or too large. */
public final class Bounds {
  /** Larger bodies are rejected unread. */
  public static final int MAX_BODY_BYTES = 64 * 1024;

  /** No shed has more sockets; a larger number is a mistake of configuration. */
  public static final int MAX_SOCKETS = 256;

  private Bounds() {}
}
