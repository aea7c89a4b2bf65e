package io.shedwatch.server.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.contract.ShedAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileBrokerAccountsTest {
  private static final ShedAddress S01 = ShedAddress.of("liuxi", "s01");
  private static final ShedAddress S02 = ShedAddress.of("liuxi", "s02");

  @TempDir private Path folder;

  private String password(String account) throws IOException {
    return Files.readAllLines(folder.resolve("credentials")).stream()
        .filter(line -> line.startsWith(account + " "))
        .map(line -> line.substring(account.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void passwordsAreMadeOnceAndHoldAfterARestart() throws IOException {
    FileBrokerAccounts first = FileBrokerAccounts.open(folder, List.of(S01));
    String password = password("liuxi-s01");
    assertThat(first.madeUp()).containsEntry("liuxi-s01", password);
    assertThat(password).hasSize(43);
    FileBrokerAccounts second = FileBrokerAccounts.open(folder, List.of(S01));
    assertThat(second.madeUp()).isEmpty();
    assertThat(second.accounts().authenticate("liuxi-s01", password)).isPresent();
    assertThat(second.accounts().authenticate("liuxi-s01", password + "x")).isEmpty();
  }

  @Test
  void aNewShedGetsAnAccountAndTheOthersKeepTheirs() throws IOException {
    FileBrokerAccounts.open(folder, List.of(S01));
    String password = password("liuxi-s01");
    FileBrokerAccounts grown = FileBrokerAccounts.open(folder, List.of(S01, S02));
    assertThat(grown.madeUp()).containsOnlyKeys("liuxi-s02");
    assertThat(grown.accounts().authenticate("liuxi-s01", password)).isPresent();
    assertThat(grown.accounts().authenticate("liuxi-s02", password("liuxi-s02"))).isPresent();
    assertThat(grown.accounts().authenticate("liuxi-s02", password)).isEmpty();
  }

  @Test
  void aShedThatTheSiteNoLongerHasIsNotLetIn() throws IOException {
    FileBrokerAccounts.open(folder, List.of(S01, S02));
    String password = password("liuxi-s02");
    FileBrokerAccounts smaller = FileBrokerAccounts.open(folder, List.of(S01));
    assertThat(smaller.accounts().authenticate("liuxi-s02", password)).isEmpty();
    FileBrokerAccounts again = FileBrokerAccounts.open(folder, List.of(S01, S02));
    assertThat(again.accounts().authenticate("liuxi-s02", password)).isPresent();
  }

  @Test
  void onlyTheOwnerReadsTheFilesAndNoPasswordLiesInTheAccounts() throws IOException {
    FileBrokerAccounts.open(folder, List.of(S01));
    for (String name : List.of("credentials", "accounts")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(folder.resolve("accounts")).content().doesNotContain(password("liuxi-s01"));
  }

  @Test
  void theCredentialsMayBeDeleted() throws IOException {
    FileBrokerAccounts.open(folder, List.of(S01));
    String password = password("liuxi-s01");
    Files.delete(folder.resolve("credentials"));
    FileBrokerAccounts later = FileBrokerAccounts.open(folder, List.of(S01));
    assertThat(later.madeUp()).isEmpty();
    assertThat(later.accounts().authenticate("liuxi-s01", password)).isPresent();
    assertThat(folder.resolve("credentials")).content().doesNotContain("liuxi-s01");
  }

  @Test
  void aDamagedLineStopsTheStartAndNamesTheFile() throws IOException {
    Files.writeString(folder.resolve("accounts"), "liuxi-s01\n");
    assertThatThrownBy(() -> FileBrokerAccounts.open(folder, List.of(S01)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("accounts");
  }

  @Test
  void theServerKeepsItsPasswordWithTheCredentialsAndGetsANewOneWithoutThem() throws IOException {
    BrokerAccounts first = FileBrokerAccounts.open(folder, List.of(S01)).accounts();
    assertThat(password("server")).isEqualTo(first.serverPassword()).hasSize(43);
    BrokerAccounts second = FileBrokerAccounts.open(folder, List.of(S01)).accounts();
    assertThat(second.authenticate("server", first.serverPassword())).isPresent();
    Files.delete(folder.resolve("credentials"));
    BrokerAccounts third = FileBrokerAccounts.open(folder, List.of(S01)).accounts();
    assertThat(third.authenticate("server", third.serverPassword())).isPresent();
    assertThat(third.authenticate("server", first.serverPassword())).isEmpty();
  }
}
