package io.shedwatch.server.http;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /openapi}: the OpenAPI document, generated from the routes when the server is built. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "ShedWatch",
            version = "1",
            description = "What the pages use, and what your programs may use.",
            license = @License(name = "Apache-2.0")))
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class HttpOpenApi {
  private static final String DOCUMENT = "/META-INF/swagger/shedwatch.yml";

  private final Supplier<String> document;

  /** The document is set right when it is first asked for: most servers are never asked. */
  HttpOpenApi(Router router) {
    String generated = read();
    document =
        SupplierUtil.memoized(() -> OpenApiAbsence.said(generated, shapes(), optional(router)));
  }

  /** The OpenAPI 3 document of this server, as YAML. */
  @Get("/openapi")
  @Secured(HttpAccess.EVERYBODY)
  @Produces("application/yaml")
  String document() {
    return document.get();
  }

  private static List<Class<?>> shapes() {
    return BeanIntrospector.SHARED.findIntrospections(Serdeable.class).stream()
        .<Class<?>>map(BeanIntrospection::getBeanType)
        .filter(Class::isRecord)
        .toList();
  }

  /** By method and path, which parameters need not be given. */
  private static Map<String, Set<String>> optional(Router router) {
    return router
        .uriRoutes()
        .collect(
            Collectors.toMap(
                HttpOpenApi::operation,
                route ->
                    Arrays.stream(route.getTargetMethod().getArguments())
                        .flatMap(HttpOpenApi::optional)
                        .collect(Collectors.toSet()),
                (one, other) -> one));
  }

  private static String operation(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName().toLowerCase(Locale.ROOT)
        + " "
        + route.getUriMatchTemplate().toPathString();
  }

  /** Names of the parameters of one argument that need not be given. */
  private static Stream<String> optional(Argument<?> argument) {
    return argument.isAnnotationPresent(RequestBean.class)
        ? Arrays.stream(argument.getType().getRecordComponents())
            .filter(one -> Presence.mayBeAbsent(one.getType()))
            .map(RecordComponent::getName)
        : Stream.of(argument)
            .filter(one -> one.isOptional() || one.isDeclaredNullable())
            .map(Argument::getName);
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
