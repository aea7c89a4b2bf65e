package io.shedwatch.edge.uplink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Sockets that trust what the account says and show the shed's own certificate, if it has one. */
final class MqttTls {
  private MqttTls() {}

  /**
   * @throws IOException with the file that cannot be read or used
   */
  static SSLSocketFactory sockets(MqttAccount account) throws IOException {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      if (account.trust().isPresent()) {
        trust.init(trusted(account.trust().get()));
      } else {
        trust.init((KeyStore) null); // The machine's own.
      }
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      if (account.identity().isPresent()) {
        char[] password = account.identity().get().password().toCharArray();
        KeyStore own = KeyStore.getInstance(account.identity().get().keyStore().toFile(), password);
        keys.init(own, password);
      } else {
        keys.init(null, new char[0]);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS for " + account + ": " + e.getMessage(), e);
    }
  }

  private static KeyStore trusted(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(file)) {
      int nth = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("trusted-" + nth++, one);
      }
      if (nth == 0) {
        throw new IOException("no certificate in " + file);
      }
    }
    return store;
  }
}
