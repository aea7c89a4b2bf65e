package io.shedwatch.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.shedwatch.server.http.HttpSettings;
import io.shedwatch.server.settings.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The HTTP server: the Micronaut context with the rooms that were started before it as beans. */
final class HttpRoom implements AutoCloseable {
  /** The largest body taken: a report with one photo. More is refused with 413. */
  private static final long MAX_REQUEST_BYTES = 8L * 1024 * 1024;

  /** Handlers that wait for SQL or a store run here; more requests wait in line. */
  private static final int BLOCKING_THREADS = 16;

  private static final int EVENT_LOOP_THREADS = 4;

  private final ApplicationContext context;
  private final EmbeddedServer server;

  private HttpRoom(ApplicationContext context, EmbeddedServer server) {
    this.context = context;
    this.server = server;
  }

  /**
   * Opens the port.
   *
   * @param rooms what routes may ask for by type
   */
  static HttpRoom start(HttpSettings settings, List<Object> rooms) {
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .singletons(rooms.toArray())
            .properties(properties(settings))
            .build();
    try {
      EmbeddedServer server = context.start().getBean(EmbeddedServer.class).start();
      return new HttpRoom(context, server);
    } catch (RuntimeException e) {
      context.close();
      throw new StartFault("cannot open the port " + settings.port(), e);
    }
  }

  private static Map<String, Object> properties(HttpSettings settings) {
    int port = settings.port() == 0 ? -1 : settings.port(); // The framework's word for "any".
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.application.name", "shedwatch");
    properties.put("micronaut.server.host", settings.address());
    properties.put("micronaut.server.port", port);
    properties.put("micronaut.server.max-request-size", MAX_REQUEST_BYTES);
    properties.put("micronaut.executors.io.type", "fixed");
    properties.put("micronaut.executors.io.number-of-threads", BLOCKING_THREADS);
    properties.put("micronaut.netty.event-loops.default.num-threads", EVENT_LOOP_THREADS);
    properties.put("micronaut.serde.serialization.inclusion", "always");
    properties.put("micronaut.security.reject-not-found", false);
    properties.put("micronaut.security.redirect.enabled", false);
    properties.put("micronaut.security.endpoints.introspection.enabled", false);
    settings
        .tlsKeystore()
        .ifPresent(
            file -> {
              properties.put("micronaut.server.ssl.enabled", true);
              properties.put("micronaut.server.ssl.port", port);
              properties.put("micronaut.server.ssl.key-store.path", "file:" + file);
              properties.put("micronaut.server.ssl.key-store.type", "PKCS12");
              properties.put(
                  "micronaut.server.ssl.key-store.password",
                  settings.tlsPassword().map(Secret::reveal).orElse(""));
            });
    return properties;
  }

  int port() {
    return server.getPort();
  }

  ApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    server.stop();
    context.close();
  }
}
