package io.shedwatch.edge.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How a shed reaches its broker. Holds where the password is, never the password. */
public record MqttConfig(
    @Setting(
            matches = "(tcp|ssl)://[^\\s/:@]+(:\\d{1,5})?",
            says = "The broker, as tcp://host:1883 or ssl://host:8883, without user or password.")
        String url,
    @Setting(standard = "", says = "The shed's account; empty: anonymous, for tests only.")
        String user,
    @Setting(
            matches = "[A-Za-z_][A-Za-z0-9_]*",
            says = "Environment variable that holds the password.")
        Optional<String> passwordEnv,
    @Setting(says = "File whose first line is the password, readable by the agent only.")
        Optional<Path> passwordFile,
    @Setting(says = "Certificates (PEM) that the broker's is checked against.")
        Optional<Path> trust,
    @Setting(says = "PKCS #12 file with the shed's own certificate and key.")
        Optional<Path> keyStore,
    @Setting(
            matches = "[A-Za-z_][A-Za-z0-9_]*",
            says = "Environment variable that holds the key store's password.")
        Optional<String> keyStorePasswordEnv,
    @Setting(
            standard = "60",
            unit = "s",
            least = 5,
            most = 3_600,
            says = "Silence after one and a half of it makes the broker say the shed is lost.")
        int keepAliveSeconds) {
  public MqttConfig {
    if (passwordEnv.isPresent() && passwordFile.isPresent()) {
      throw new IllegalArgumentException("give passwordEnv or passwordFile, not both");
    }
    if (!user.isEmpty() && passwordEnv.isEmpty() && passwordFile.isEmpty()) {
      throw new IllegalArgumentException(
          "the user has no password: give passwordEnv or passwordFile");
    }
  }

  /** Reads a file, whole. */
  public interface Reader {
    String read(Path file) throws IOException;
  }

  /**
   * The password, from where the settings say; empty for an anonymous account.
   *
   * @param environment the value of a variable, or empty
   * @throws SettingsMistake when it is not there; the message never holds a password
   */
  public String password(UnaryOperator<String> environment, Reader files) {
    if (passwordEnv.isPresent()) {
      return variable(passwordEnv.get(), environment);
    }
    if (passwordFile.isEmpty()) {
      return "";
    }
    try {
      String text = files.read(passwordFile.get()).lines().findFirst().orElse("");
      if (text.isEmpty()) {
        throw new SettingsMistake("mqtt.passwordFile", passwordFile.get() + " is empty");
      }
      return text;
    } catch (IOException e) {
      throw new SettingsMistake(
          "mqtt.passwordFile", passwordFile.get() + " " + FileTrouble.what(e));
    }
  }

  /** The key store's password, empty without one. */
  public String keyStorePassword(UnaryOperator<String> environment) {
    return keyStorePasswordEnv.map(name -> variable(name, environment)).orElse("");
  }

  private static String variable(String name, UnaryOperator<String> environment) {
    String value = environment.apply(name);
    if (value.isEmpty()) {
      throw new SettingsMistake("mqtt", "the environment variable " + name + " is not set");
    }
    return value;
  }
}
