package io.shedwatch.edge.spool;

import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.Message;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Topic;
import io.shedwatch.edge.Memory;
import io.shedwatch.edge.SocketMemory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The loop's memory on the spool: every call that keeps something commits. */
final class SpoolMemory implements Memory {
  /** Ids of commands that are remembered; older ones have long expired. */
  private static final int MAX_COMMANDS = 1_000;

  private static final String SOCKET = "socket/";
  private static final String COMMAND = "command/";
  private static final String LIMITS = "limits";
  private static final String BEGUN = "begun";
  private static final String ENDED = "ended";

  private final SqliteSpool spool;
  private final ShedAddress address;
  private final TreeMap<Long, String> commandKeys = new TreeMap<>();

  SpoolMemory(SqliteSpool spool, ShedAddress address) {
    this.spool = spool;
    this.address = address;
    for (Map.Entry<String, String> entry : kept(COMMAND).entrySet()) {
      KeptLine.parse(entry.getValue())
          .ifPresent(line -> commandKeys.put(line.order(), entry.getKey()));
    }
  }

  @Override
  public List<SocketMemory> sockets() {
    List<SocketMemory> sockets = new ArrayList<>();
    kept(SOCKET)
        .forEach(
            (key, state) ->
                sockets.add(
                    new SocketMemory(Integer.parseInt(key.substring(SOCKET.length())), state)));
    return sockets;
  }

  @Override
  public void keep(SocketMemory socket) {
    keep(SOCKET + socket.socket(), socket.state());
    spool.commit();
  }

  @Override
  public Optional<Limits> limits() {
    return spool
        .guarded(() -> spool.unwritten().keptAt(LIMITS))
        .flatMap(text -> read(Channel.LIMITS, text))
        .flatMap(
            message -> message instanceof Limits limits ? Optional.of(limits) : Optional.empty());
  }

  @Override
  public void keep(Limits limits) {
    keep(LIMITS, text(limits));
    spool.commit();
  }

  @Override
  public boolean begin(Command command) {
    String key = COMMAND + command.command();
    boolean first =
        spool.guarded(
            () -> {
              if (spool.unwritten().keptAt(key).isPresent()) {
                return false;
              }
              long order = commandKeys.isEmpty() ? 1 : commandKeys.lastKey() + 1;
              commandKeys.put(order, key);
              keep(key, new KeptLine(order, BEGUN, text(command)).line());
              if (commandKeys.size() > MAX_COMMANDS) {
                spool.unwritten().forget(commandKeys.pollFirstEntry().getValue());
              }
              return true;
            });
    if (first) {
      spool.commit();
    }
    return first;
  }

  /** The command has its outcome; for the outbox, which commits. */
  void end(CommandId command) {
    String key = COMMAND + command;
    spool
        .unwritten()
        .keptAt(key)
        .flatMap(KeptLine::parse)
        .ifPresent(line -> keep(key, new KeptLine(line.order(), ENDED, line.text()).line()));
  }

  @Override
  public List<Command> unfinished() {
    List<Command> unfinished = new ArrayList<>();
    kept(COMMAND).values().stream()
        .flatMap(value -> KeptLine.parse(value).stream())
        .filter(line -> line.mark().equals(BEGUN))
        .sorted(Comparator.comparingLong(KeptLine::order))
        .flatMap(line -> read(Channel.COMMANDS, line.text()).stream())
        .forEach(
            message -> {
              if (message instanceof Command command) {
                unfinished.add(command);
              }
            });
    return unfinished;
  }

  private Map<String, String> kept(String prefix) {
    return spool.guarded(() -> spool.unwritten().kept(prefix));
  }

  private void keep(String key, String value) {
    spool.guarded(
        () -> {
          spool.unwritten().keep(key, value);
          return key;
        });
  }

  private String text(Message message) {
    return new String(spool.codec().encode(message), StandardCharsets.UTF_8);
  }

  /** Empty when the text is damaged: what was remembered is forgotten. */
  private Optional<Message> read(Channel channel, String text) {
    String topic = new Topic(address, channel).name();
    Decoded decoded = spool.codec().decode(topic, text.getBytes(StandardCharsets.UTF_8));
    return decoded instanceof Decoded.Good good ? Optional.of(good.message()) : Optional.empty();
  }
}
