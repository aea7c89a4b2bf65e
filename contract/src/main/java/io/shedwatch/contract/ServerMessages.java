package io.shedwatch.contract;

import java.io.IOException;

/** Writes what the server publishes, fields in the order of the examples. */
final class ServerMessages {
  private ServerMessages() {}

  static void write(Command command, FieldWriter out) throws IOException {
    out.string("command", command.command().value());
    out.integer("at", command.at());
    out.integer("expiresAt", command.expiresAt());
    out.integer("socket", command.socket());
    out.string("do", command.action().word());
    out.text("by", command.by(), Bounds.MAX_NAME_CHARS);
  }

  static void write(Limits limits, FieldWriter out) throws IOException {
    out.integer("version", limits.version());
    out.integer("at", limits.at());
    out.exact("maxAmperes", limits.maxAmperes());
    out.exact("timeMultiplier", limits.timeMultiplier());
    out.exact("maxWatts", limits.maxWatts());
    out.exact("shedMaxWatts", limits.shedMaxWatts());
    out.exact("fullWatts", limits.fullWatts());
    out.integer("fullHoldSeconds", limits.fullHoldSeconds());
    out.exact("removedWatts", limits.removedWatts());
    out.integer("removedHoldSeconds", limits.removedHoldSeconds());
    out.integer("maxSessionSeconds", limits.maxSessionSeconds());
    out.exact("maxCelsius", limits.maxCelsius());
  }

  static void write(Stored stored, FieldWriter out) throws IOException {
    out.string("boot", stored.boot().value());
    out.integer("seq", stored.seq());
    out.integer("at", stored.at());
  }
}
