package io.shedwatch.server.intake;

import java.util.List;
import java.util.Map;

/**
 * Everything that a ledger holds, table by table, as sorted lines; without times and hashes that
 * the server stamps.
 */
record LedgerFacts(Map<String, List<String>> tables) {
  List<String> table(String name) {
    return tables.getOrDefault(name, List.of());
  }
}
