package io.shedwatch.server.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.SQLTransientConnectionException;

/** Routes that go wrong on purpose; in tests only, under /test. */
@Hidden
@SuppressWarnings("DoNotCallSuggester") // The framework calls them.
@Controller("/test")
final class HttpTestRoutes {
  @Get("/broken")
  @Secured(HttpAccess.EVERYBODY)
  String broken() {
    throw new IllegalStateException("a secret of the inside");
  }

  @Get("/database-away")
  @Secured(HttpAccess.EVERYBODY)
  String databaseAway() throws SQLTransientConnectionException {
    throw new SQLTransientConnectionException("jdbc - Connection is not available");
  }

  @Get("/forgotten")
  String forgotten() {
    return "nobody said who may read this";
  }
}
