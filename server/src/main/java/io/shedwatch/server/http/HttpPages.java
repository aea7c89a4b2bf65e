package io.shedwatch.server.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;

/**
 * The three pages and what they load, from the dashboards' jar. Pages are asked for again at every
 * visit; assets carry a hash in their name and never change.
 */
@Hidden
@Controller
final class HttpPages {
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  /** Media types of what the build makes; nothing else is served. */
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "json", "application/json",
          "webmanifest", "application/manifest+json");

  private final PageFiles files = new PageFiles();

  /** The residents' page. */
  @Get("/")
  @Secured(HttpAccess.EVERYBODY)
  HttpResponse<byte[]> residents(HttpRequest<?> request) {
    return answer(request, "index.html", ASK_AGAIN);
  }

  /** The staff's page; it asks for a login by itself. */
  @Get("/staff")
  @Secured(HttpAccess.EVERYBODY)
  HttpResponse<byte[]> staff(HttpRequest<?> request) {
    return answer(request, "staff.html", ASK_AGAIN);
  }

  /** The safety officers' page; it asks for a login by itself. */
  @Get("/safety")
  @Secured(HttpAccess.EVERYBODY)
  HttpResponse<byte[]> safety(HttpRequest<?> request) {
    return answer(request, "safety.html", ASK_AGAIN);
  }

  /** Scripts, styles, fonts and pictures of the pages. */
  @Get("/assets/{+file}")
  @Secured(HttpAccess.EVERYBODY)
  HttpResponse<byte[]> asset(HttpRequest<?> request, String file) {
    return answer(request, "assets/" + file, IMMUTABLE);
  }

  /** The few files that have to be at the top: icons, and the worker of the residents' page. */
  @Get(uris = {"/favicon.ico", "/favicon.svg", "/manifest.webmanifest", "/worker.js"})
  @Secured(HttpAccess.EVERYBODY)
  HttpResponse<byte[]> icon(HttpRequest<?> request) {
    return answer(request, request.getPath().substring(1), ASK_AGAIN);
  }

  private HttpResponse<byte[]> answer(HttpRequest<?> request, String name, String caching) {
    Optional<String> mediaType =
        Optional.ofNullable(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    Optional<PageFiles.PageFile> found = mediaType.isEmpty() ? Optional.empty() : files.find(name);
    PageFiles.PageFile file =
        found.orElseThrow(() -> ProblemException.notFound("No " + request.getPath() + " here."));
    if (request.getHeaders().findFirst(HttpHeaders.IF_NONE_MATCH).equals(Optional.of(file.tag()))) {
      return cached(HttpResponse.notModified(), file, caching);
    }
    boolean zip =
        file.zipped().length > 0
            && request
                .getHeaders()
                .findFirst(HttpHeaders.ACCEPT_ENCODING)
                .orElse("")
                .contains("gzip");
    MutableHttpResponse<byte[]> response = HttpResponse.ok(zip ? file.zipped() : file.plain());
    response.header(HttpHeaders.CONTENT_TYPE, mediaType.orElseThrow());
    if (zip) {
      response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return cached(response, file, caching);
  }

  private static MutableHttpResponse<byte[]> cached(
      MutableHttpResponse<byte[]> response, PageFiles.PageFile file, String caching) {
    return response
        .header(HttpSecurityHeaders.POLICY, HttpSecurityHeaders.policy(file.styles()))
        .header(HttpHeaders.ETAG, file.tag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header(HttpHeaders.CACHE_CONTROL, caching);
  }
}
