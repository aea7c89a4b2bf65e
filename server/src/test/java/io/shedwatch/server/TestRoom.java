package io.shedwatch.server;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole control room on free ports and a folder of its own, with one user a role: staff, officer
 * and admin, all with {@link #PASSWORD}. Starting takes seconds, so tests that change nothing for
 * the others share one.
 */
public final class TestRoom implements AutoCloseable {
  public static final String PASSWORD = "for-tests-only";

  private static @Nullable TestRoom shared;

  private final ControlRoom room;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Map<String, TestClient> clients = new ConcurrentHashMap<>();

  private TestRoom(ControlRoom room) {
    this.room = room;
  }

  /** The one that all tests of this process share; it ends with the process. */
  public static synchronized TestRoom shared() {
    @Nullable TestRoom known = shared;
    if (known == null) {
      known = start(Map.of());
      shared = known;
      Runtime.getRuntime().addShutdownHook(new Thread(known::close));
    }
    return known;
  }

  /** One of one's own. */
  public static TestRoom start(Map<String, String> environment) {
    try {
      return start(Files.createTempDirectory("shedwatch-server"), environment);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One of one's own on a folder that may have been used before. */
  public static TestRoom start(Path data, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>();
    all.put("SHEDWATCH_DATA", data.toString());
    all.put("SHEDWATCH_HTTP_PORT", "0");
    all.put("SHEDWATCH_HTTP_ADDRESS", "127.0.0.1");
    all.put("SHEDWATCH_BROKER_PORT", "0");
    all.put("SHEDWATCH_ADMIN_PASSWORD", PASSWORD);
    all.put("SHEDWATCH_PASSWORD_COST", "10");
    all.putAll(environment);
    return new TestRoom(ControlRoom.start(all));
  }

  /** Somebody without a login. */
  public TestClient anonymous() {
    return new TestClient(http, root(), "");
  }

  /** Somebody with a new login of that user. */
  public TestClient login(String user, String password) {
    TestAnswer answer =
        anonymous()
            .post("/api/v1/login", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    if (answer.status() != 200) {
      throw new AssertionError("login of " + user + ": " + answer);
    }
    return new TestClient(http, root(), answer.cookie());
  }

  /**
   * Somebody of that role, logged in once for all tests.
   *
   * @param role resident, staff, officer or admin
   */
  public TestClient as(String role) {
    if (role.equals("resident")) {
      return anonymous();
    }
    if (!role.equals("admin")) {
      addUser(role, role);
    }
    return clients.computeIfAbsent(role, user -> login(user, PASSWORD));
  }

  /** Adds a user with {@link #PASSWORD}; a no-op when there is one of that name. */
  public void addUser(String user, String role) {
    if (clients.containsKey(user)) {
      return;
    }
    TestAnswer answer =
        as("admin")
            .post(
                "/api/v1/users",
                "{\"user\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}"
                    .formatted(user, role, PASSWORD));
    if (answer.status() != 201 && answer.status() != 409) {
      throw new AssertionError("adding " + user + ": " + answer);
    }
  }

  public URI root() {
    return URI.create(room.url());
  }

  public ApplicationContext context() {
    return room.context();
  }

  @Override
  public void close() {
    room.close();
  }
}
