package io.shedwatch.server;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.broker.ArtemisBroker;
import io.shedwatch.server.broker.BrokerSettings;
import io.shedwatch.server.broker.FileBrokerAccounts;
import io.shedwatch.server.intake.MqttAddress;
import io.shedwatch.server.intake.MqttSettings;
import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which broker carries the messages: the site's own where it has one, the embedded one otherwise.
 */
final class BrokerChoice {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerChoice.class);

  private BrokerChoice() {}

  /**
   * Where the intake finds the broker. Starts the embedded one when there is no other.
   *
   * @throws StartFault when the embedded broker cannot start
   */
  static MqttAddress open(RoomSettings settings, Site site, Path data, Shutdowns shutdowns) {
    String client = "shedwatch-server-" + site.site();
    MqttSettings own = settings.mqtt();
    Optional<URI> url = own.url();
    if (url.isPresent()) {
      return new MqttAddress(
          url.get().toString(), client, own.user(), own.password().map(Secret::reveal));
    }
    return embedded(settings.broker(), site, data.resolve("broker"), client, shutdowns);
  }

  private static MqttAddress embedded(
      BrokerSettings settings, Site site, Path folder, String client, Shutdowns shutdowns) {
    List<ShedAddress> sheds =
        site.sheds().stream().map(shed -> new ShedAddress(site.site(), shed.shed())).toList();
    try {
      FileBrokerAccounts file = FileBrokerAccounts.open(folder, sheds);
      if (!file.madeUp().isEmpty()) {
        LOG.info("broker.accounts made={} file={}", file.madeUp().size(), file.credentials());
      }
      ArtemisBroker broker =
          shutdowns.register("broker", ArtemisBroker.start(settings, file.accounts(), folder));
      return new MqttAddress(
          broker.url(),
          client,
          Optional.of(file.accounts().serverAccount()),
          Optional.of(file.accounts().serverPassword()));
    } catch (IOException e) {
      throw new StartFault("cannot start the embedded MQTT broker", e);
    }
  }
}
