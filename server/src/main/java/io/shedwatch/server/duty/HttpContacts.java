package io.shedwatch.server.duty;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.sql.ListShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People, how they are reached, and who of them leads which grid. */
@Controller("/api/v1/duty")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "duty")
class HttpContacts {
  private final JdbcRoster roster;
  private final List<Site.Grid> grids;

  HttpContacts(JdbcRoster roster, Site site) {
    this.roster = roster;
    this.grids = site.grids();
  }

  /** All contacts, by name. */
  @Get("/contacts")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "contacts", summary = "People and how they are reached.")
  ListShape<ContactShape> contacts() throws SQLException {
    return new ListShape<>(roster.contacts().stream().map(ContactShape::of).toList());
  }

  /** Adds a person. */
  @Post("/contacts")
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "addContact", summary = "Adds a person.")
  ContactShape addContact(@Body @Valid ContactAsked body) throws SQLException {
    return ContactShape.of(
        roster.add(body.name().strip(), body.phone().orElse(""), body.email().orElse("")));
  }

  /** Forgets a person, with shifts and leaderships. */
  @Delete("/contacts/{contact}")
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeContact", summary = "Forgets a person.")
  void removeContact(String contact) throws SQLException {
    if (!roster.remove(contact)) {
      throw unknown(contact);
    }
  }

  /** The grids and their leaders, in the order of the site file. */
  @Get("/grids")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "grids", summary = "The grids and who leads them.")
  ListShape<GridShape> grids() throws SQLException {
    Map<String, Contact> leaders = roster.leaders();
    return new ListShape<>(grids.stream().map(grid -> shape(grid.grid(), leaders)).toList());
  }

  /** Says who leads a grid. */
  @Put("/grids/{grid}")
  @Secured(HttpAccess.OFFICER)
  @Operation(operationId = "leadGrid", summary = "Says who leads a grid.")
  ListShape<GridShape> lead(String grid, @Body @Valid Leader body) throws SQLException {
    if (grids.stream().noneMatch(one -> one.grid().equals(grid))) {
      throw ProblemException.notFound("There is no grid " + grid + ".");
    }
    if (!roster.knows(body.contact())) {
      throw unknown(body.contact());
    }
    roster.lead(grid, body.contact());
    return grids();
  }

  static ProblemException unknown(String contact) {
    return ProblemException.notFound("There is no contact " + contact + ".");
  }

  private static GridShape shape(String grid, Map<String, Contact> leaders) {
    return new GridShape(grid, Optional.ofNullable(leaders.get(grid)).map(ContactShape::of));
  }

  /** A person, as officers write one. */
  @Serdeable
  record ContactAsked(
      @NotBlank @Size(max = 64) String name,
      Optional<@Pattern(regexp = "[+0-9 -]{3,32}|") String> phone,
      Optional<@Size(max = 200) @Pattern(regexp = "[^@\\s]+@[^@\\s]+|") String> email) {}

  /** Who leads. */
  @Serdeable
  record Leader(@NotBlank @Size(max = 40) String contact) {}

  /**
   * @param leader null while nobody is named
   */
  @Serdeable
  record GridShape(String grid, Optional<ContactShape> leader) {}
}
