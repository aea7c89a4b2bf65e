package io.shedwatch.server.alert;

/** Who shows alerts: told after a commit, never blocks, never fails the teller. */
public interface AlertScreen {
  void alert(AlertView alert);
}
