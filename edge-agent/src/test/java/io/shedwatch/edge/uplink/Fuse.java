package io.shedwatch.edge.uplink;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;

/** Kills a simulated process between any two calls of its ports. */
final class Fuse {
  private static final int NEVER = Integer.MAX_VALUE;

  private int callsLeft = NEVER;

  /** The process is gone; nothing in it may catch this. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  /** The process dies instead of the call after so many more. */
  void light(int calls) {
    callsLeft = calls;
  }

  /** The process lives on. */
  void putOut() {
    callsLeft = NEVER;
  }

  /** The same port, on which each call brings the end nearer. */
  <T> T through(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (callsLeft != NEVER && callsLeft-- <= 0) {
                throw new Killed();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
              }
            }));
  }
}
