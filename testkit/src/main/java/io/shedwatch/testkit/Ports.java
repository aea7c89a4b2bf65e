package io.shedwatch.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free TCP ports on 127.0.0.1. */
public final class Ports {
  /**
   * Below the ports that the kernel gives to outgoing connections (32768 and up): waiting for a
   * server on one of those, a connection can meet itself and be taken for the server.
   */
  private static final int FIRST = 16_000;

  private static final int END = 32_000;
  private static final int TRIES = 1_000;

  private Ports() {}

  /** A port that nobody listened on a moment ago. */
  public static int free() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (IOException taken) {
        // The next one, then.
      }
    }
    throw new IllegalStateException("no free port from " + FIRST + " to " + END);
  }

  /** Whether somebody accepts connections there. */
  public static boolean accepts(int port) {
    try (java.net.Socket socket = new java.net.Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
