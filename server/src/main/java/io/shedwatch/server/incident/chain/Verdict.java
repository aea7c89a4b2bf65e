package io.shedwatch.server.incident.chain;

import java.util.List;

/**
 * What a check of the whole log found.
 *
 * @param head hash of the newest event that was read; {@link
 *     io.shedwatch.server.incident.EventHash#GENESIS} for an empty log
 * @param texts how many texts were compared with their digests
 * @param files how many photos and evidence packs were
 * @param absent how many digests have nothing here to compare: erased, or not handed over
 * @param findings the first {@link #MOST_FINDINGS}
 * @param found how many there were
 */
public record Verdict(
    long events,
    String head,
    long texts,
    long files,
    long absent,
    List<Finding> findings,
    long found) {
  /** More are counted and not listed: one changed event is enough to ask questions. */
  public static final int MOST_FINDINGS = 100;

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Whether nothing was found. */
  public boolean whole() {
    return found == 0;
  }
}
