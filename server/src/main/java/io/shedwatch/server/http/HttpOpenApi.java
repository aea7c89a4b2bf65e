package io.shedwatch.server.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code /openapi}: the OpenAPI document, generated from the routes when the server is built. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "ShedWatch",
            version = "1",
            description = "What the pages use, and what your programs may use.",
            license = @License(name = "Apache-2.0")))
@Controller
final class HttpOpenApi {
  private static final String DOCUMENT = "/META-INF/swagger/shedwatch.yml";

  private final String document = read();

  /** The OpenAPI 3 document of this server, as YAML. */
  @Get("/openapi")
  @Secured(HttpAccess.EVERYBODY)
  @Produces("application/yaml")
  String document() {
    return document;
  }

  private static String read() {
    try (InputStream in = HttpOpenApi.class.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        throw new IllegalStateException("not built with its OpenAPI document: " + DOCUMENT);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(DOCUMENT, e);
    }
  }
}
