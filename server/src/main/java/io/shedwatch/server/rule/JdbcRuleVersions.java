package io.shedwatch.server.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Versions of rules: append-only rows, the highest in force. Version 1 is built in, without row.
 */
public final class JdbcRuleVersions {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_ROWS = 200;

  private static final String COLUMNS =
      "select rule, version, parameters, changed_by, changed_at, why from rule_version"
          + " where site = ?";

  private final DataSource database;
  private final SiteId site;
  private final RulesInForce inForce;

  private JdbcRuleVersions(DataSource database, SiteId site, RulesInForce inForce) {
    this.database = database;
    this.site = site;
    this.inForce = inForce;
  }

  /** Reads what is in force. */
  public static JdbcRuleVersions open(DataSource database, SiteId site) throws SQLException {
    RuleSet rules = RuleSet.BUILT_IN;
    List<Optional<RuleVersion>> newest =
        JdbcTransaction.run(
            database,
            connection ->
                JdbcCall.list(
                    connection,
                    COLUMNS
                        + " and version = (select max(v.version) from rule_version v"
                        + " where v.site = rule_version.site and v.rule = rule_version.rule)",
                    JdbcRuleVersions::version,
                    site.value()));
    for (Optional<RuleVersion> one : newest) {
      if (one.isPresent()) {
        rules = rules.with(one.get());
      }
    }
    return new JdbcRuleVersions(database, site, new RulesInForce(rules));
  }

  /** Where lanes read what holds now. */
  public RulesInForce inForce() {
    return inForce;
  }

  /**
   * Puts the next version in force.
   *
   * @param next its number is one more than the one that it was made from
   * @return whether it is in force now; false: somebody else was faster
   */
  boolean put(RuleVersion next) throws SQLException {
    int added =
        JdbcTransaction.run(
            database,
            connection ->
                JdbcCall.update(
                    connection,
                    "insert into rule_version (site, rule, version, parameters, changed_by,"
                        + " changed_at, why) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                    site.value(),
                    next.rule().word(),
                    next.version(),
                    text(next.values()),
                    next.by(),
                    next.at(),
                    next.why()));
    if (added == 1) {
      inForce.put(next);
    }
    return added == 1;
  }

  /** All versions of a rule, the newest first; the built-in one is the last. */
  List<RuleVersion> all(RuleName rule) throws SQLException {
    List<RuleVersion> all = new ArrayList<>();
    JdbcTransaction.run(
            database,
            connection ->
                JdbcCall.list(
                    connection,
                    COLUMNS
                        + " and rule = ? order by version desc fetch first "
                        + MOST_ROWS
                        + " rows only",
                    JdbcRuleVersions::version,
                    site.value(),
                    rule.word()))
        .forEach(one -> one.ifPresent(all::add));
    all.add(RuleVersion.builtIn(rule));
    return all;
  }

  /** A version within the caller's transaction; empty when there never was one of that number. */
  public static Optional<RuleVersion> find(
      Connection connection, SiteId site, RuleName rule, int version) throws SQLException {
    if (version == RuleVersion.BUILT_IN) {
      return Optional.of(RuleVersion.builtIn(rule));
    }
    return JdbcCall.first(
            connection,
            COLUMNS + " and rule = ? and version = ?",
            JdbcRuleVersions::version,
            site.value(),
            rule.word(),
            version)
        .flatMap(found -> found);
  }

  /** Empty where a row is about a rule that this program no longer has. */
  private static Optional<RuleVersion> version(ResultSet row) throws SQLException {
    Optional<RuleName> rule = RuleName.ofWord(row.getString("rule"));
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> stored = values(row.getString("parameters"));
    return Optional.of(
        new RuleVersion(
            rule.get(),
            row.getInt("version"),
            RuleVersion.complete(rule.get(), stored),
            row.getString("changed_by"),
            JdbcCall.time(row, "changed_at"),
            row.getString("why")));
  }

  private static String text(Map<String, Double> values) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, Double> one : new java.util.TreeMap<>(values).entrySet()) {
        json.writeNumberField(one.getKey(), one.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static Map<String, Double> values(String text) {
    Map<String, Double> values = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        values.put(name, json.getDoubleValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a rule's version is unreadable: " + text, e);
    }
    return values;
  }
}
