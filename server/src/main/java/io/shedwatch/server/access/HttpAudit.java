package io.shedwatch.server.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.shedwatch.server.http.HttpClientAddress;
import java.security.Principal;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down every change that a logged-in person asked for, whatever became of it. It stands
 * around all routes, so that no room can forget it. Bodies are not kept: they may hold secrets.
 */
@ServerFilter("/api/**")
final class HttpAudit implements Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(HttpAudit.class);
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final JdbcStaffActions actions;
  private final HttpClientAddress addresses;
  private final InstantSource clock;

  HttpAudit(Access access, HttpClientAddress addresses, InstantSource clock) {
    this.actions = access.actions();
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before(); // Around the refusals of the roles too.
  }

  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void note(HttpRequest<?> request, HttpResponse<?> response) {
    Optional<Principal> who = request.getUserPrincipal();
    if (who.isEmpty() || READING.contains(request.getMethod())) {
      return;
    }
    StaffAction action =
        new StaffAction(
            0,
            clock.instant(),
            who.get().getName(),
            addresses.of(request),
            request.getMethodName(),
            request.getPath(),
            response.code());
    try {
      actions.add(action);
    } catch (SQLException e) {
      // The change is done and answered; the log keeps what the table could not.
      LOG.error("staff action not stored action={}", action, e);
    }
  }
}
