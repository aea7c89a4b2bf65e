package io.shedwatch.server.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class ArtemisAccessTest extends BrokerAccessContract {
  @TempDir private static Path folder;
  private static FileBrokerAccounts accounts;
  private static ArtemisBroker broker;

  @BeforeAll
  static void start() throws IOException {
    accounts = FileBrokerAccounts.open(folder, SHEDS);
    BrokerSettings settings =
        new BrokerSettings(0, "127.0.0.1", Optional.empty(), Optional.empty());
    broker = ArtemisBroker.start(settings, accounts.accounts(), folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Override
  boolean refusesSubscriptions() {
    return true;
  }

  @Override
  String url() {
    return broker.url();
  }

  @Override
  String password(String account) {
    return account.equals("server")
        ? accounts.accounts().serverPassword()
        : accounts.madeUp().getOrDefault(account, "");
  }
}
