package io.shedwatch.contract;

/** A shed within its site. */
public record ShedAddress(SiteId site, ShedId shed) {
  public static ShedAddress of(String site, String shed) {
    return new ShedAddress(new SiteId(site), new ShedId(shed));
  }

  @Override
  public String toString() {
    return site + "/" + shed;
  }
}
