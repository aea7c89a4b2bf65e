package io.shedwatch.server.intake;

/** Why the intake cannot start, in words for the operator. */
public final class IntakeFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  IntakeFault(String message) {
    super(message);
  }

  IntakeFault(String message, Throwable cause) {
    super(message, cause);
  }
}
