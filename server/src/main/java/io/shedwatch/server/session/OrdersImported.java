package io.shedwatch.server.session;

/** Hears that past orders came in: what is made of sessions is made anew. */
@FunctionalInterface
public interface OrdersImported {
  void heard();
}
