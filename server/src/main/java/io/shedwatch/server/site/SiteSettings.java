package io.shedwatch.server.site;

import io.shedwatch.server.settings.Setting;
import java.nio.file.Path;
import java.util.Optional;

/** Which site this server watches. */
public record SiteSettings(
    @Setting(
            key = "SITE",
            says =
                "The site file (YAML, see docs/operating.md); without it the built-in illustration"
                    + " 柳溪家园 Liuxi Jiayuan runs.")
        Optional<Path> file) {}
