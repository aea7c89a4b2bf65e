package io.shedwatch.server.intake;

/** What a shed's boot says, as somebody with an editor would write it. */
record ShedWords(String boot, int bootNumber) {
  /** A birth whose spool holds everything of this boot. */
  String birth(long seq, long at) {
    return birth(seq, at, "[{\"boot\":\"%s\",\"from\":1,\"to\":%d}]".formatted(boot, seq), "[]");
  }

  String birth(long seq, long at, String holds, String open) {
    return """
    {"boot":"%s","bootNumber":%d,"seq":%d,"at":%d,"state":"online","agent":"1.0.0","sockets":4,\
    "holds":%s,"open":%s}"""
        .formatted(boot, bootNumber, seq, at, holds, open);
  }

  String readings(long seq, long at, String... readings) {
    return """
    {"boot":"%s","seq":%d,"at":%d,"readings":[%s]}"""
        .formatted(boot, seq, at, String.join(",", readings));
  }

  String dropped(long seq, long at, long from, long to) {
    return """
    {"boot":"%1$s","seq":%2$d,"at":%3$d,"readings":[],\
    "dropped":[{"boot":"%1$s","from":%4$d,"to":%5$d}]}"""
        .formatted(boot, seq, at, from, to);
  }

  String raised(long seq, long at, int socket) {
    return """
    {"boot":"%1$s","seq":%2$d,"at":%3$d,"alarm":"%1$s-%2$d","socket":%4$d,"kind":"overcurrent",\
    "phase":"raised","measured":16.2,"limit":10.0,"action":"relay-opened"}"""
        .formatted(boot, seq, at, socket);
  }

  String cleared(long seq, long at, String alarm, int socket) {
    return """
    {"boot":"%s","seq":%d,"at":%d,"alarm":"%s","socket":%d,"kind":"overcurrent","phase":"cleared",\
    "action":"none"}"""
        .formatted(boot, seq, at, alarm, socket);
  }

  String outcome(long seq, long at, String command) {
    return """
    {"boot":"%s","seq":%d,"at":%d,"command":"%s","result":"done"}"""
        .formatted(boot, seq, at, command);
  }

  static String charging(int socket, int watts) {
    return reading(socket, "charging", Integer.toString(watts));
  }

  static String free(int socket) {
    return reading(socket, "free", "0");
  }

  /**
   * @param watts as it stands on the wire, so that it may be no number
   */
  static String reading(int socket, String usage, String watts) {
    return """
    {"socket":%d,"usage":"%s","relay":"closed","volts":221.4,"amperes":0.82,"watts":%s,\
    "wattHours":15234.5}"""
        .formatted(socket, usage, watts);
  }
}
