package io.shedwatch.simulation.demo;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.Limits;
import io.shedwatch.edge.Memory;
import io.shedwatch.edge.SocketMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a loop of the past remembers. Nobody sends it limits or commands. Used by one thread. */
final class KeptMemory implements Memory {
  private final Map<Integer, SocketMemory> sockets = new TreeMap<>();

  @Override
  public List<SocketMemory> sockets() {
    return new ArrayList<>(sockets.values());
  }

  @Override
  public void keep(SocketMemory socket) {
    sockets.put(socket.socket(), socket);
  }

  @Override
  public Optional<Limits> limits() {
    return Optional.empty();
  }

  @Override
  public void keep(Limits limits) {
    throw new IllegalStateException("who sent limits into the past?");
  }

  @Override
  public boolean begin(Command command) {
    throw new IllegalStateException("who sent a command into the past?");
  }

  @Override
  public List<Command> unfinished() {
    return List.of();
  }
}
