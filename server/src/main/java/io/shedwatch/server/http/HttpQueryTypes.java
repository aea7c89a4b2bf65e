package io.shedwatch.server.http;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses an optional query parameter that is no number, or neither true nor false, where the route
 * wants one. The framework takes such a parameter as one that was left out, and a filter that is
 * left out shows more than was asked for.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HttpQueryTypes implements Ordered {
  private static final Set<String> TRUTHS = Set.of("true", "false");

  private final ConversionService conversions;

  HttpQueryTypes(ConversionService conversions) {
    this.conversions = conversions;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after(); // Who may not ask is not told how to ask better.
  }

  @RequestFilter
  void refuse(HttpRequest<?> request) {
    RouteAttributes.getRouteMatch(request)
        .ifPresent(
            match -> {
              if (match instanceof MethodBasedRouteMatch<?, ?> route) {
                Arrays.stream(route.getArguments())
                    .flatMap(HttpQueryTypes::parts)
                    .filter(argument -> argument.isAnnotationPresent(QueryValue.class))
                    .filter(Argument::isOptional)
                    .forEach(argument -> check(argument, request));
              }
            });
  }

  private static Stream<Argument<?>> parts(Argument<?> argument) {
    return argument.isAnnotationPresent(RequestBean.class)
        ? Arrays.stream(
            BeanIntrospection.getIntrospection(argument.getType()).getConstructorArguments())
        : Stream.of(argument);
  }

  private void check(Argument<?> argument, HttpRequest<?> request) {
    String name =
        argument.getAnnotationMetadata().stringValue(QueryValue.class).orElseGet(argument::getName);
    Class<?> wanted =
        argument.getFirstTypeVariable().<Class<?>>map(Argument::getType).orElse(Object.class);
    for (String text : request.getParameters().getAll(name)) {
      if (wanted == Boolean.class && !TRUTHS.contains(text)) {
        throw ProblemException.invalid(name + " is true or false.");
      }
      if (Number.class.isAssignableFrom(wanted) && conversions.convert(text, wanted).isEmpty()) {
        throw ProblemException.invalid(name + " is a number.");
      }
    }
  }
}
