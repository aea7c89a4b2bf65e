package io.shedwatch.server.notice.courier;

import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.settings.Setting;
import java.util.Optional;

/** The mail server by which e-mails leave. */
public record SmtpSettings(
    @Setting(
            key = "SMTP_HOST",
            says = "Mail server for notices by e-mail; without it such routes refuse to send.")
        Optional<String> host,
    @Setting(
            key = "SMTP_PORT",
            byDefault = "465",
            min = 1,
            max = 65_535,
            says = "Its port: 465 with `tls`, 587 with `starttls`.")
        int port,
    @Setting(
            key = "SMTP_SECURITY",
            byDefault = "tls",
            oneOf = {"tls", "starttls", "none"},
            says = "Encryption from the start, required after the greeting, or none at all.")
        String security,
    @Setting(key = "SMTP_USER", says = "The account there; none where it asks for none.")
        Optional<String> user,
    @Setting(key = "SMTP_PASSWORD", says = "Password or authorisation code (授权码) of that account.")
        Optional<Secret> password,
    @Setting(key = "SMTP_FROM", says = "The sender's address; without it the user.")
        Optional<String> from) {
  public SmtpSettings {
    if (host.isPresent() && from.isEmpty() && user.isEmpty()) {
      throw new IllegalArgumentException("SHEDWATCH_SMTP_HOST needs SHEDWATCH_SMTP_FROM");
    }
  }

  /** No mail server: for tests and sites without e-mail. */
  public static final SmtpSettings NONE =
      new SmtpSettings(
          Optional.empty(), 465, "tls", Optional.empty(), Optional.empty(), Optional.empty());
}
