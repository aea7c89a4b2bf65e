package io.shedwatch.server.web;

import io.shedwatch.server.ControlRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** A control room of its own for one test class: free port, fresh folder, user admin. */
public final class Room implements AutoCloseable {
  private static final String PASSWORD = "for tests only 17";

  private final ControlRoom room;
  private final Client anybody;
  private final Client admin;

  private Room(ControlRoom room) {
    this.room = room;
    this.anybody = Client.anybody(room.url());
    this.admin = anybody.login("admin", PASSWORD);
  }

  /**
   * Starts one.
   *
   * @param settings as SHEDWATCH_* names, besides those of a test
   */
  public static Room start(Map<String, String> settings) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("SHEDWATCH_DATA", Files.createTempDirectory("shedwatch-room").toString());
    environment.put("SHEDWATCH_HTTP_PORT", "0");
    environment.put("SHEDWATCH_BROKER_PORT", "0");
    environment.put("SHEDWATCH_ADMIN_PASSWORD", PASSWORD);
    environment.put("SHEDWATCH_PASSWORD_COST", "10");
    environment.putAll(settings);
    return new Room(ControlRoom.start(environment));
  }

  /** Something that the main gave to the routes. */
  public <T> T part(Class<T> type) {
    return room.context().getBean(type);
  }

  public Client anybody() {
    return anybody;
  }

  public Client admin() {
    return admin;
  }

  @Override
  public void close() {
    room.close();
  }
}
