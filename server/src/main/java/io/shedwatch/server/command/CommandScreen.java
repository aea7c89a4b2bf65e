package io.shedwatch.server.command;

/**
 * Who shows orders and their outcomes: told after a commit, never blocks, never fails the teller.
 */
public interface CommandScreen {
  void command(CommandView command);
}
