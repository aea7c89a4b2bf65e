package io.shedwatch.server;

import io.shedwatch.server.wish.phone.FileVapidKey;
import io.shedwatch.server.wish.phone.HttpWebPush;
import io.shedwatch.server.wish.phone.Messenger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Opens the way to phones whose page is closed. */
final class PushWiring {
  private PushWiring() {}

  static Messenger messenger(RoomSettings settings, Path data) {
    if (!settings.wishes().pushes()) {
      return Messenger.NONE;
    }
    try {
      return new HttpWebPush(
          FileVapidKey.open(data),
          settings
              .http()
              .publicUrl()
              .filter(url -> url.getScheme().equals("https"))
              .map(URI::toString),
          settings.wishes().pushesAnywhere());
    } catch (IOException e) {
      throw new StartFault("cannot open the key of Web Push", e);
    }
  }
}
