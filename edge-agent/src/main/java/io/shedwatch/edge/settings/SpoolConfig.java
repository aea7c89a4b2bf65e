package io.shedwatch.edge.settings;

import java.nio.file.Path;

/** Where and how much is kept. */
public record SpoolConfig(
    @Setting(says = "Folder of this shed alone, on a disk that survives power cuts.") Path folder,
    @Setting(
            standard = "64",
            unit = "MB",
            least = 1,
            most = 10_000,
            says = "Room for messages; a shed of 11 sockets writes below 1 MB a day.")
        int maxMegabytes) {}
