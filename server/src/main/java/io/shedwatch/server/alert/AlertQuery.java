package io.shedwatch.server.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts; what is empty does not restrict.
 *
 * @param states words of {@link AlertState}
 * @param severities words of {@link Severity}
 * @param open whether closed ones are left out, or are all there is
 * @param from raised at or after
 * @param to raised before
 */
record AlertQuery(
    Set<String> states,
    Set<String> severities,
    Optional<String> shed,
    Optional<Integer> socket,
    Optional<String> rule,
    Optional<Boolean> open,
    Optional<Instant> from,
    Optional<Instant> to) {}
