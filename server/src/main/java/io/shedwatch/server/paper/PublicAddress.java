package io.shedwatch.server.paper;

import io.shedwatch.contract.ShedId;
import java.net.URI;
import java.util.Optional;

/**
 * Where people find the residents' page.
 *
 * @param root without a slash at its end
 */
record PublicAddress(String root) {
  static PublicAddress of(URI url) {
    String path = Optional.ofNullable(url.getRawPath()).orElse("").replaceAll("/+$", "");
    return new PublicAddress(url.getScheme() + "://" + url.getRawAuthority() + path);
  }

  String page() {
    return root + "/";
  }

  /** The page that answers for one shed. */
  String shed(ShedId shed) {
    return root + "/?shed=" + shed.value();
  }

  /** The page that opens the charge at one socket. */
  String socket(ShedId shed, int socket) {
    return root + "/?socket=" + shed.value() + "-" + socket;
  }
}
