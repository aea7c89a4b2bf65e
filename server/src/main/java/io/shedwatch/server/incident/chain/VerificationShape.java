package io.shedwatch.server.incident.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a check of the log found, in JSON.
 *
 * @param whole whether nothing was found
 * @param head hash of the newest event: keep it, and ask for it in a later check
 * @param texts texts that were compared with their digests
 * @param files photos and evidence packs that were
 * @param absent digests whose text or file was erased
 * @param anchors kept hashes that were looked for
 * @param found how many findings there are; the first 100 are listed
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Verification")
record VerificationShape(
    String at,
    String site,
    boolean whole,
    long events,
    String head,
    long texts,
    long files,
    long absent,
    int anchors,
    long found,
    List<FindingShape> findings) {

  /** One finding. */
  @Serdeable
  @Schema(name = "VerificationFinding")
  record FindingShape(String kind, long number, String says) {}
}
