package io.shedwatch.edge.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One shed. */
public record ShedConfig(
    @Setting(matches = "[a-z0-9-]{1,32}", says = "The community, as on the server.") String site,
    @Setting(matches = "[a-z0-9-]{1,32}", says = "The shed, as in the server's site file.")
        String shed,
    @Setting(says = "How this shed reaches its broker; one account per shed.") MqttConfig mqtt,
    @Setting(says = "Where messages are kept until the server has stored them.") SpoolConfig spool,
    @Setting(standard = "", says = "Modbus lines; sockets name them.") Map<String, BusConfig> buses,
    @Setting(says = "The sockets of the shed.") List<SocketConfig> sockets,
    @Setting(
            standard = "",
            says = "Contacts of the shed itself; its smoke contact opens every socket.")
        ContactsConfig contacts,
    @Setting(standard = "", says = "Limits until the server sends the first ones.")
        LimitsConfig limits) {
  public ShedConfig {
    if (sockets.isEmpty()) {
      throw new IllegalArgumentException("sockets: at least one is needed");
    }
    Set<Integer> numbers = new HashSet<>();
    for (SocketConfig socket : sockets) {
      if (!numbers.add(socket.socket())) {
        throw new IllegalArgumentException("socket " + socket.socket() + " stands there twice");
      }
      socket.busNames().forEach(name -> refuseUnknown(buses, name, "socket " + socket.socket()));
    }
    contacts.all().forEach(contact -> refuseUnknown(buses, contact.bus(), "contacts"));
  }

  private static void refuseUnknown(Map<String, BusConfig> buses, String name, String who) {
    if (!buses.containsKey(name)) {
      throw new IllegalArgumentException(
          who
              + " names the bus '"
              + name
              + "', which is not among buses: "
              + String.join(", ", buses.keySet()));
    }
  }

  void refuseUnknownMaps(Map<String, MapConfig> own) {
    for (SocketConfig socket : sockets) {
      socket
          .meter()
          .map()
          .filter(name -> !MapConfig.READY.contains(name) && !own.containsKey(name))
          .ifPresent(
              name -> {
                List<String> known =
                    Stream.concat(MapConfig.READY.stream(), own.keySet().stream()).toList();
                throw new IllegalArgumentException(
                    "socket "
                        + socket.socket()
                        + ": there is no map '"
                        + name
                        + "'; did you mean '"
                        + Nearest.of(name, known)
                        + "'?");
              });
    }
  }
}
