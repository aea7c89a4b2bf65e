package io.shedwatch.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.Needs;
import io.shedwatch.testkit.Ports;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The uplink over TLS, to a real Mosquitto that wants a certificate of each shed. */
final class MosquittoTlsTest {
  private static final String PASSWORD = "test-only";
  private static final String KEY = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";

  @TempDir private Path folder;
  private final RecordingInbox inbox = new RecordingInbox();

  @BeforeEach
  void makeCertificates() throws IOException {
    Needs.program("openssl (package openssl)", "/usr/bin/openssl");
    authority("ca");
    authority("stranger");
    Files.writeString(folder.resolve("names"), "subjectAltName=IP:127.0.0.1\n");
    certificate("broker", "/CN=broker");
    certificate("shed", "/CN=liuxi-s01");
    openssl("pkcs12 -export -in shed.crt -inkey shed.key -out shed.p12 -passout pass:" + PASSWORD);
  }

  private void authority(String name) throws IOException {
    openssl(
        "req -x509 %s -days 2 -subj /CN=%s -keyout %s.key -out %s.crt"
            .formatted(KEY, name, name, name));
  }

  private void certificate(String name, String subject) throws IOException {
    openssl("req %s -subj %s -keyout %s.key -out %s.csr".formatted(KEY, subject, name, name));
    openssl(
        "x509 -req -in %s.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile names -out %s.crt"
            .formatted(name, name));
  }

  private void openssl(String arguments) throws IOException {
    List<String> command = List.of("sh", "-c", "cd '" + folder + "' && openssl " + arguments);
    RunningProgram.start(folder, "openssl", command).awaitSuccess();
  }

  private Mosquitto broker() throws IOException {
    String lines =
        """
        cafile %s/ca.crt
        certfile %s/broker.crt
        keyfile %s/broker.key
        require_certificate true
        use_identity_as_username true
        acl_file %s/acl
        """
            .formatted(folder, folder, folder, folder);
    Files.writeString(
        folder.resolve("acl"), "user liuxi-s01\ntopic readwrite shedwatch/v1/liuxi/s01/#\n");
    return Mosquitto.start(folder.resolve("broker"), Ports.free(), lines);
  }

  private UplinkedSpool edge(Mosquitto broker, String trust, boolean withIdentity)
      throws IOException {
    Optional<MqttAccount.Identity> identity =
        withIdentity
            ? Optional.of(new MqttAccount.Identity(folder.resolve("shed.p12"), PASSWORD))
            : Optional.empty();
    return new UplinkedSpool(
        new MqttAccount(
            broker.url().replace("tcp:", "ssl:"),
            "",
            "",
            Optional.of(folder.resolve(trust)),
            identity,
            MqttAccount.DEFAULT_KEEP_ALIVE_SECONDS),
        folder.resolve("spool.db"),
        inbox);
  }

  private RunningProgram listener(Mosquitto broker) throws IOException {
    return RunningProgram.start(
        folder,
        "heard",
        List.of(
            "mosquitto_sub",
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(broker.port()),
            "--cafile",
            folder + "/ca.crt",
            "--cert",
            folder + "/shed.crt",
            "--key",
            folder + "/shed.key",
            "-t",
            "shedwatch/v1/liuxi/s01/#",
            "-v"));
  }

  @Test
  void aShedWithItsOwnCertificateIsHeardWithoutAPassword() throws Exception {
    try (Mosquitto broker = broker();
        RunningProgram listener = listener(broker);
        UplinkedSpool edge = edge(broker, "ca.crt", true)) {
      String alarm = edge.alarm(3).value();
      Await.until("the birth is heard", () -> listener.said().contains("\"state\":\"online\""));
      Await.until("the alarm too", () -> listener.said().contains(alarm));
    }
  }

  @Test
  void withoutItsCertificateItIsRefusedAndKeepsWhatItHas() throws Exception {
    try (Mosquitto broker = broker()) {
      try (UplinkedSpool edge = edge(broker, "ca.crt", false)) {
        edge.alarm(3);
        Await.until(
            "the broker refuses it",
            () -> broker.program().said().contains("peer did not return a certificate"));
        assertThat(edge.isEmpty()).isFalse();
      }
      try (RunningProgram listener = listener(broker);
          UplinkedSpool edge = edge(broker, "ca.crt", true)) {
        Await.until("the shed is connected", () -> edge.uplink.connected() == 1);
        Await.until("what it kept arrives", () -> listener.said().contains("\"raised\""));
      }
    }
  }

  @Test
  void aBrokerThatAStrangerSignedIsNotTrusted() throws Exception {
    try (Mosquitto broker = broker();
        UplinkedSpool edge = edge(broker, "stranger.crt", true)) {
      edge.alarm(3);
      Await.until(
          "the shed ends the handshake",
          () -> broker.program().said().contains("certificate unknown"));
      assertThat(edge.uplink.connected()).isZero();
      assertThat(edge.isEmpty()).isFalse();
    }
  }
}
