package io.shedwatch.server.http;

import java.util.Map;

/** Ends a request with a problem; carries nothing that the client may not see. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient Map<String, String> headers;

  /**
   * @param detail one sentence about this very request
   */
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, Map.of());
  }

  /**
   * @param headers sent with the answer, such as Retry-After
   */
  public ProblemException(ProblemType type, String detail, Map<String, String> headers) {
    super(detail, null, false, false); // An answer, not a fault of ours: no stack trace.
    this.type = type;
    this.headers = Map.copyOf(headers);
  }

  public static ProblemException notFound(String detail) {
    return new ProblemException(ProblemType.NOT_FOUND, detail);
  }

  public static ProblemException invalid(String detail) {
    return new ProblemException(ProblemType.INVALID, detail);
  }

  public ProblemType type() {
    return type;
  }

  /** What the client is told of this very request. */
  public String detail() {
    String detail = getMessage();
    return detail == null ? "" : detail;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
