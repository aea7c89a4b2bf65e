package io.shedwatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Map;

/**
 * What came back.
 *
 * @param body empty for a stream of events, which is closed after its headers
 */
public record TestAnswer(int status, HttpHeaders headers, String body) {
  private static final JsonMapper JSON = JsonMapper.createDefault();

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The cookie to send back. */
  String cookie() {
    return header("Set-Cookie").split(";", 2)[0];
  }

  /** The body as a JSON object. */
  public Map<String, Object> json() {
    try {
      return JSON.readValue(body, Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new AssertionError("not a JSON object: " + this, e);
    }
  }

  /** One field of the JSON object, as text. */
  public String field(String name) {
    return String.valueOf(json().get(name));
  }

  /**
   * Checks that it is a refusal with problem details.
   *
   * @param type the last part of its {@code type}
   */
  public void refuses(int wanted, String type) {
    assertThat(status).as(toString()).isEqualTo(wanted);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(field("type")).as(toString()).isEqualTo("/problems/" + type);
    assertThat(field("status")).isEqualTo(String.valueOf(wanted));
    assertThat(field("title")).isNotBlank();
    assertThat(field("detail")).as(toString()).isNotBlank();
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
