package io.shedwatch.server.site;

import java.util.List;

/** What is wrong with a site file, all of it, each with its line; for the operator. */
public final class SiteFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SiteFault(String file, List<String> faults) {
    super("site file " + file + ":\n  " + String.join("\n  ", faults));
  }
}
