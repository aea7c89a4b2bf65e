package io.shedwatch.server;

/** Why the server cannot start; the message is for the operator. */
final class StartFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFault(String message, Throwable cause) {
    super(message + ": " + reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    Throwable deepest = cause;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : message;
  }
}
