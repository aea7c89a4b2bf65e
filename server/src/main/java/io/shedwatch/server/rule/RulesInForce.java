package io.shedwatch.server.rule;

/**
 * The rule versions that hold now. Thread-safe: whoever changes a rule puts the new set here, and
 * each lane takes it with its next tick, at most a second later, never within a message.
 */
public final class RulesInForce {
  private volatile RuleSet rules;

  public RulesInForce(RuleSet rules) {
    this.rules = rules;
  }

  public RuleSet now() {
    return rules;
  }

  /** Puts a version in force; an older one than the present changes nothing. */
  synchronized void put(RuleVersion version) {
    if (rules.version(version.rule()).version() < version.version()) {
      rules = rules.with(version);
    }
  }
}
