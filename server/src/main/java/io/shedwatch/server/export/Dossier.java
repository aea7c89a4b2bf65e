package io.shedwatch.server.export;

import io.shedwatch.server.incident.StoredEvent;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one incident.
 *
 * @param events in the order of the chain
 * @param curve empty while the evidence is not frozen
 * @param photos JPEG files, the oldest first
 */
record Dossier(
    ExportRow row, List<StoredEvent> events, Optional<PackCurve> curve, List<byte[]> photos) {}
