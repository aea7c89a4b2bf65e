package io.shedwatch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.server.settings.SettingsFault;
import io.shedwatch.server.site.SiteFault;
import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlRoomTest {
  @TempDir Path data;

  @Test
  void aLoginSurvivesARestart() {
    String user;
    TestClient before;
    java.net.URI root;
    try (TestRoom first = TestRoom.start(data, Map.of())) {
      first.addUser("li", "staff");
      before = first.login("li", TestRoom.PASSWORD);
      root = first.root();
      user = before.get("/api/v1/me").field("user");
    }
    assertThat(user).isEqualTo("li");
    // The same port, as the client's address is fixed; the password of the settings counts once.
    try (TestRoom second =
        TestRoom.start(
            data,
            Map.of(
                "SHEDWATCH_HTTP_PORT",
                Integer.toString(root.getPort()),
                "SHEDWATCH_ADMIN_PASSWORD",
                "another-password"))) {
      assertThat(before.get("/api/v1/me").field("user")).isEqualTo("li");
      assertThat(second.login("admin", TestRoom.PASSWORD).get("/api/v1/users").status())
          .isEqualTo(200);
    }
  }

  @Test
  void theSiteIsThatOfTheFile() throws IOException {
    Path file = data.resolve("site.yml");
    Files.writeString(
        file,
        """
        site: tiny
        name: {zh: 小小区, en: Tiny}
        timezone: Asia/Shanghai
        sheds: [{id: only, name: 唯一车棚, sockets: 2, x: 1, y: 2}]
        """,
        StandardCharsets.UTF_8);
    try (TestRoom room = TestRoom.start(data, Map.of("SHEDWATCH_SITE", file.toString()))) {
      assertThat(room.anonymous().get("/api/v1/site").body())
          .isEqualTo(
              """
              {"site":"tiny","name":{"zh":"小小区","en":"Tiny"},"timezone":"Asia/Shanghai",\
              "illustration":false,"reach":{"metres":150.0,"sheds":3},"grids":[],"buildings":[],\
              "sheds":[{"shed":"only","name":{"zh":"唯一车棚","en":"唯一车棚"},"sockets":2,\
              "x":1.0,"y":2.0,"ratedWatts":6000.0}],"hotline":null}\
              """);
    }
  }

  @Test
  void healthNamesItsParts() {
    TestClient anybody = TestRoom.shared().anonymous();
    // A room that just started may not hear its broker yet.
    Await.until("every part is up", () -> anybody.get("/health").status() == 200);
    TestAnswer answer = anybody.get("/health");
    assertThat(answer.body()).contains("\"status\":\"up\"", "\"jdbc\":{\"status\":\"up\"");
  }

  @Test
  void metricsAreThere() {
    assertThat(TestRoom.shared().anonymous().get("/prometheus").body())
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void anUnknownSettingStopsTheStart() {
    assertThatThrownBy(() -> TestRoom.start(data, Map.of("SHEDWATCH_HTTPPORT", "1")))
        .isInstanceOf(SettingsFault.class)
        .hasMessageContaining("SHEDWATCH_HTTPPORT: no such setting; the nearest is")
        .hasMessageContaining("SHEDWATCH_HTTP_PORT");
  }

  @Test
  void aTooShortAdminPasswordStopsTheFirstStart() {
    assertThatThrownBy(() -> TestRoom.start(data, Map.of("SHEDWATCH_ADMIN_PASSWORD", "short")))
        .isInstanceOf(StartFault.class)
        .hasMessageContaining("A password has 10 to 200 characters")
        .hasMessageNotContaining("short");
  }

  @Test
  void aBadSiteFileStopsTheStart() {
    assertThatThrownBy(() -> TestRoom.start(data, Map.of("SHEDWATCH_SITE", "/nowhere.yml")))
        .isInstanceOf(SiteFault.class)
        .hasMessageContaining("/nowhere.yml");
  }

  @Test
  void aDatabaseThatIsAwayStopsTheStart() {
    assertThatThrownBy(
            () ->
                TestRoom.start(
                    data, Map.of("SHEDWATCH_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/x")))
        .isInstanceOf(StartFault.class)
        .hasMessageContaining("cannot open the database jdbc:postgresql://127.0.0.1:1/x");
  }

  @Test
  void aTakenPortStopsTheStart() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThatThrownBy(() -> TestRoom.start(data, Map.of("SHEDWATCH_HTTP_PORT", port)))
          .isInstanceOf(StartFault.class)
          .hasMessageContaining("cannot open the port " + port);
    }
  }

  @Test
  void twoServersOnOneFolderAreOneTooMany() {
    try (TestRoom first = TestRoom.start(data, Map.of())) {
      Await.until("the first is up", () -> first.anonymous().get("/health").status() == 200);
      assertThatThrownBy(() -> TestRoom.start(data, Map.of()))
          .isInstanceOf(StartFault.class)
          .hasMessageContaining("cannot use the data folder");
      assertThat(first.anonymous().get("/health").status()).isEqualTo(200);
    }
  }
}
