package io.shedwatch.server.readings;

import java.io.IOException;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Turns the client's requests into those of InfluxDB 1.x: {@code /api/v2/write?bucket=db/rp} into
 * {@code /write?db&rp}, the token into Basic. A network interceptor, because an application
 * interceptor runs before the client's own, which would put the token back.
 */
final class InfluxV1Requests implements Interceptor {
  private final String user;
  private final String password;

  InfluxV1Requests(String user, String password) {
    this.user = user;
    this.password = password;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Request.Builder changed = request.newBuilder().removeHeader("Authorization");
    if (!user.isEmpty()) {
      changed.header("Authorization", Credentials.basic(user, password));
    }
    if (request.url().encodedPath().endsWith("/api/v2/write")) {
      changed.url(writeUrl(request.url()));
    }
    return chain.proceed(changed.build());
  }

  private static HttpUrl writeUrl(HttpUrl url) {
    String path = url.encodedPath();
    String bucket = String.valueOf(url.queryParameter("bucket"));
    int slash = bucket.indexOf('/');
    return url.newBuilder()
        .encodedPath(path.substring(0, path.length() - "/api/v2/write".length()) + "/write")
        .query(null)
        .addQueryParameter("db", bucket.substring(0, slash))
        .addQueryParameter("rp", bucket.substring(slash + 1))
        .addQueryParameter("precision", url.queryParameter("precision"))
        .build();
  }
}
