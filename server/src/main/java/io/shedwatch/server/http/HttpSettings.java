package io.shedwatch.server.http;

import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.settings.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the server listens and how browsers reach it. */
public record HttpSettings(
    @Setting(
            key = "HTTP_PORT",
            byDefault = "8080",
            min = 0,
            max = 65_535,
            says = "Port of pages and API; 0 takes a free one and prints it.")
        int port,
    @Setting(
            key = "HTTP_ADDRESS",
            byDefault = "0.0.0.0",
            says = "Address to listen at; 127.0.0.1 behind a proxy on the same machine.")
        String address,
    @Setting(
            key = "PUBLIC_URL",
            says =
                "The address that people type; QR codes and links carry it. With https, cookies"
                    + " are marked Secure and browsers are told to stay with HTTPS.")
        Optional<URI> publicUrl,
    @Setting(
            key = "TRUSTED_PROXY",
            says =
                "IP address of the reverse proxy in front, whose X-Forwarded-For is believed"
                    + " for the throttling of logins and the audit.")
        Optional<String> trustedProxy,
    @Setting(
            key = "TLS_KEYSTORE",
            says =
                "A PKCS#12 file with certificate and key: the server then speaks HTTPS itself,"
                    + " without a proxy.")
        Optional<Path> tlsKeystore,
    @Setting(key = "TLS_PASSWORD", says = "The password of that file.")
        Optional<Secret> tlsPassword) {

  public HttpSettings {
    if (tlsKeystore.isPresent() != tlsPassword.isPresent()) {
      throw new IllegalArgumentException(
          "SHEDWATCH_TLS_KEYSTORE and SHEDWATCH_TLS_PASSWORD belong together");
    }
  }

  /** Whether browsers reach this server over HTTPS. */
  public boolean https() {
    return tlsKeystore.isPresent()
        || publicUrl.map(url -> url.getScheme().equals("https")).orElse(false);
  }
}
