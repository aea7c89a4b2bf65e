package io.shedwatch.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * All sheds in JSON.
 *
 * @param at the server's time: ages are computed from it
 * @param sheds in the order of the site file
 */
@Serdeable
@Schema(name = "Board")
record BoardShape(String at, @JsonInclude(JsonInclude.Include.ALWAYS) List<ShedShape> sheds) {
  BoardShape withoutSockets() {
    return new BoardShape(at, sheds.stream().map(ShedShape::withoutSockets).toList());
  }
}
