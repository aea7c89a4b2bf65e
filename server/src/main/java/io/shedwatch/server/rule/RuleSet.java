package io.shedwatch.server.rule;

import java.util.EnumMap;
import java.util.Map;

/** The versions of all rules that are in force at one moment, ready to judge. */
public final class RuleSet {
  public static final RuleSet BUILT_IN = new RuleSet(Map.of());

  private final Map<RuleName, RuleVersion> versions = new EnumMap<>(RuleName.class);
  private final Map<RuleName, LifeCycle> lifeCycles = new EnumMap<>(RuleName.class);
  private final NotACharger notACharger;
  private final SharedSocket sharedSocket;
  private final LongCharge longCharge;
  private final IdleOccupied idleOccupied;
  private final FlyLinePressure flyLinePressure;
  private final ShedOffline shedOffline;
  private final ClockSkew clockSkew;
  private final MessagesRejected messagesRejected;
  private final StoreBehind storeBehind;
  private final CommandUnconfirmed commandUnconfirmed;

  private RuleSet(Map<RuleName, RuleVersion> changed) {
    for (RuleName rule : RuleName.values()) {
      RuleVersion version = changed.getOrDefault(rule, RuleVersion.builtIn(rule));
      versions.put(rule, version);
      lifeCycles.put(rule, LifeCycle.of(version));
    }
    notACharger = NotACharger.of(version(RuleName.NOT_A_CHARGER));
    sharedSocket = SharedSocket.of(version(RuleName.SHARED_SOCKET));
    longCharge = LongCharge.of(version(RuleName.LONG_CHARGE));
    idleOccupied = IdleOccupied.of(version(RuleName.IDLE_OCCUPIED));
    flyLinePressure = FlyLinePressure.of(version(RuleName.FLY_LINE_PRESSURE));
    shedOffline = ShedOffline.of(version(RuleName.SHED_OFFLINE));
    clockSkew = ClockSkew.of(version(RuleName.CLOCK_SKEW));
    messagesRejected = MessagesRejected.of(version(RuleName.MESSAGES_REJECTED));
    storeBehind = StoreBehind.of(version(RuleName.STORE_BEHIND));
    commandUnconfirmed = CommandUnconfirmed.of(version(RuleName.COMMAND_UNCONFIRMED));
  }

  /** The same with one rule in another version. */
  public RuleSet with(RuleVersion version) {
    Map<RuleName, RuleVersion> changed = new EnumMap<>(versions);
    changed.put(version.rule(), version);
    return new RuleSet(changed);
  }

  public RuleVersion version(RuleName rule) {
    RuleVersion version = versions.get(rule);
    if (version == null) {
      throw new IllegalStateException("a rule set has every rule");
    }
    return version;
  }

  public LifeCycle lifeCycle(RuleName rule) {
    LifeCycle lifeCycle = lifeCycles.get(rule);
    if (lifeCycle == null) {
      throw new IllegalStateException("a rule set has every rule");
    }
    return lifeCycle;
  }

  public NotACharger notACharger() {
    return notACharger;
  }

  public SharedSocket sharedSocket() {
    return sharedSocket;
  }

  public LongCharge longCharge() {
    return longCharge;
  }

  public IdleOccupied idleOccupied() {
    return idleOccupied;
  }

  public FlyLinePressure flyLinePressure() {
    return flyLinePressure;
  }

  public ShedOffline shedOffline() {
    return shedOffline;
  }

  public ClockSkew clockSkew() {
    return clockSkew;
  }

  public MessagesRejected messagesRejected() {
    return messagesRejected;
  }

  public StoreBehind storeBehind() {
    return storeBehind;
  }

  public CommandUnconfirmed commandUnconfirmed() {
    return commandUnconfirmed;
  }
}
