package io.shedwatch.server.paper;

import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import java.time.Instant;
import java.util.Optional;

/**
 * What every paper of a site has.
 *
 * @param hotline of the property management
 * @param at when it is printed
 */
record Print(Site site, Optional<String> hotline, Instant at) {
  static final String NO_WIRE = "请勿飞线充电，请勿将电池带上楼。";
  static final String FIRE = "起火、冒烟：人先离开，立即拨打 119。";

  String foot() {
    return "车棚守望 · "
        + site.name().zh()
        + " · 打印于 "
        + new SiteTime(site.timezone()).text(at).substring(0, "2026-01-01".length());
  }
}
