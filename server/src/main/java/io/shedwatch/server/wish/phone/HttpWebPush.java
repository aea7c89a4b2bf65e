package io.shedwatch.server.wish.phone;

import io.shedwatch.server.notice.Language;
import io.shedwatch.server.notice.courier.JsonText;
import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.server.notice.courier.RetryAfter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Web Push: posts each word, sealed for one browser, to the push service that the browser named.
 * Only to https on its usual port and only to addresses of the open internet; the address that was
 * looked at is the one that is connected to. Redirects and proxies are not followed.
 */
public final class HttpWebPush implements Messenger {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final VapidKey key;
  private final Optional<String> contact;
  private final boolean anywhere;
  private final OkHttpClient client;

  /**
   * @param contact an https address or {@code mailto:} where operators of push services find us
   * @param anywhere for demos and tests only: http and private addresses are taken as well
   */
  public HttpWebPush(VapidKey key, Optional<String> contact, boolean anywhere) {
    this(key, contact, anywhere, Dns.SYSTEM);
  }

  HttpWebPush(VapidKey key, Optional<String> contact, boolean anywhere, Dns names) {
    this.key = key;
    this.contact = contact;
    this.anywhere = anywhere;
    this.client =
        new OkHttpClient.Builder()
            .callTimeout(PATIENCE)
            .dns(anywhere ? names : host -> openOnly(names.lookup(host)))
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
  }

  /** A name that leads into somebody's own network. */
  private static final class NotOpen extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }

  private static List<InetAddress> openOnly(List<InetAddress> found) throws NotOpen {
    if (!found.stream().allMatch(OpenInternet::holds)) {
      throw new NotOpen();
    }
    return found;
  }

  @Override
  public Optional<String> publicKey() {
    return Optional.of(key.publicKey());
  }

  @Override
  public boolean reaches(Phone phone) {
    @Nullable HttpUrl url = HttpUrl.parse(phone.address());
    return url != null && PushKeys.of(phone.keys()).isPresent() && (anywhere || isOpen(url));
  }

  /** Push services have names; a bare address or a name without a dot is nobody's but our own. */
  private static boolean isOpen(HttpUrl url) {
    return url.isHttps()
        && url.port() == 443
        && url.username().isEmpty()
        && url.password().isEmpty()
        && url.host().contains(".")
        && !url.host().contains(":")
        && !url.host().matches("[0-9.]+");
  }

  @Override
  public Outcome tell(Word word, Phone phone, Instant now) {
    @Nullable HttpUrl url = HttpUrl.parse(phone.address());
    Optional<PushKeys> keys = PushKeys.of(phone.keys());
    if (url == null || keys.isEmpty() || !reaches(phone)) {
      return new Outcome.Refused("no address of a push service");
    }
    try {
      byte[] sealed = sealed(text(word, phone.language()), keys.get());
      try (Response answer = client.newCall(request(word, url, sealed, now)).execute()) {
        return read(answer);
      }
    } catch (NotOpen e) {
      return new Outcome.Refused("the address is not of the open internet");
    } catch (UnknownHostException e) {
      return Outcome.later("no such host");
    } catch (InterruptedIOException e) {
      return new Outcome.Later("no answer in time", Duration.ZERO, true);
    } catch (IOException e) {
      return new Outcome.Later("the connection broke", Duration.ZERO, true);
    } catch (GeneralSecurityException e) {
      return new Outcome.Refused("cannot be sealed: " + e.getClass().getSimpleName());
    }
  }

  private static byte[] sealed(byte[] content, PushKeys keys) throws GeneralSecurityException {
    byte[] salt = new byte[PushCipher.SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] padded = PushCipher.padded(content, PushCipher.PAD_BYTES);
    return PushCipher.seal(padded, keys, P256.draw(), salt);
  }

  private Request request(Word word, HttpUrl url, byte[] sealed, Instant now)
      throws GeneralSecurityException {
    return new Request.Builder()
        .url(url)
        .header("Authorization", key.authorization(origin(url), contact, now))
        .header("Content-Encoding", "aes128gcm")
        .header("TTL", Long.toString(word.useful().toSeconds()))
        .header("Urgency", word.urgent() ? "high" : "normal")
        .header("Topic", word.topic())
        .post(RequestBody.create(sealed))
        .build();
  }

  private static String origin(HttpUrl url) {
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return url.scheme() + "://" + url.host() + (usual ? "" : ":" + url.port());
  }

  /** What the worker of the page shows ({@code dashboards/public/worker.js}). */
  private static byte[] text(Word word, Language language) {
    return JsonText.object(
            json -> {
              json.writeStringField("tag", word.tag());
              json.writeStringField("title", word.title());
              json.writeStringField("body", word.body());
              json.writeStringField("lang", language.of("zh-CN", "en"));
            })
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Outcome read(Response answer) {
    int status = answer.code();
    Optional<String> pause = Optional.ofNullable(answer.header("Retry-After"));
    if (answer.isSuccessful()) {
      return new Outcome.Delivered("HTTP " + status);
    }
    if (status == 429) {
      return new Outcome.Later(
          "HTTP 429: too often", RetryAfter.of(pause, RetryAfter.TOO_OFTEN), false);
    }
    if (status == 408 || status >= 500) {
      return new Outcome.Later("HTTP " + status, RetryAfter.of(pause, Duration.ZERO), false);
    }
    return new Outcome.Refused("HTTP " + status);
  }
}
