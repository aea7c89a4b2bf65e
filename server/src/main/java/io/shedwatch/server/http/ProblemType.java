package io.shedwatch.server.http;

import java.util.List;

/**
 * One kind of error; {@code /problems/{word}} is its stable type URI. A room may make its own.
 *
 * @param word lower-case words with dashes
 * @param status the HTTP status that goes with it
 * @param title one short sentence that never changes for this type
 */
public record ProblemType(String word, int status, String title) {
  public static final ProblemType INVALID =
      new ProblemType("invalid", 400, "The request does not fit this route.");
  public static final ProblemType BAD_JSON =
      new ProblemType("bad-json", 400, "The body is not the JSON that this route takes.");
  public static final ProblemType NOT_LOGGED_IN =
      new ProblemType("not-logged-in", 401, "This needs a login.");
  public static final ProblemType LOGIN_FAILED =
      new ProblemType("login-failed", 401, "The user or the password is wrong.");
  public static final ProblemType NOT_ALLOWED =
      new ProblemType("not-allowed", 403, "Your role may not do this.");
  public static final ProblemType CROSS_SITE =
      new ProblemType("cross-site", 403, "The request comes from another site.");
  public static final ProblemType NOT_FOUND =
      new ProblemType("not-found", 404, "There is nothing here.");
  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType("method-not-allowed", 405, "This route does not take that method.");
  public static final ProblemType NOT_ACCEPTABLE =
      new ProblemType("not-acceptable", 406, "This route has no answer of that media type.");
  public static final ProblemType CONFLICT =
      new ProblemType("conflict", 409, "The state of things does not allow this now.");
  public static final ProblemType TOO_LARGE =
      new ProblemType("too-large", 413, "The body is too large.");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType("unsupported-media-type", 415, "This route does not take that media type.");
  public static final ProblemType TOO_MANY_REQUESTS =
      new ProblemType("too-many-requests", 429, "Too many requests; wait and try again.");
  public static final ProblemType INTERNAL =
      new ProblemType("internal", 500, "Something broke in the server.");
  public static final ProblemType UNAVAILABLE =
      new ProblemType("unavailable", 503, "A part that this needs is away; try again.");

  /** Those that any route may answer, in the order of their status. */
  static final List<ProblemType> ALL =
      List.of(
          INVALID,
          BAD_JSON,
          NOT_LOGGED_IN,
          LOGIN_FAILED,
          NOT_ALLOWED,
          CROSS_SITE,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          CONFLICT,
          TOO_LARGE,
          UNSUPPORTED_MEDIA_TYPE,
          TOO_MANY_REQUESTS,
          INTERNAL,
          UNAVAILABLE);

  /** The stable type URI, relative to the server. */
  public String uri() {
    return "/problems/" + word;
  }
}
