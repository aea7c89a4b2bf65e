package io.shedwatch.server.notice.courier;

import io.shedwatch.server.settings.Secret;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * Sends plain-text e-mails over one mail server, one connection a letter. The Message-ID is the
 * notice's, so mail programs that fold repetitions can.
 */
final class SmtpCourier implements Courier {
  private final SmtpSettings settings;
  private final Duration patience;

  SmtpCourier(SmtpSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  /** A message whose id is given instead of made up. */
  private static final class Numbered extends MimeMessage {
    private final String id;

    Numbered(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  @Override
  public Outcome send(Letter letter, Destination destination, Instant now) {
    if (settings.host().isEmpty()) {
      return new Outcome.Refused("no mail server is set (SHEDWATCH_SMTP_HOST)");
    }
    Session session = Session.getInstance(properties());
    MimeMessage message;
    try {
      message = message(session, letter, destination, now);
    } catch (MessagingException e) {
      return new Outcome.Refused("an e-mail address is not valid");
    }
    return transport(session, message);
  }

  private MimeMessage message(Session session, Letter letter, Destination destination, Instant now)
      throws MessagingException {
    String from = settings.from().or(settings::user).orElse("");
    String domain = from.substring(from.indexOf('@') + 1);
    MimeMessage message = new Numbered(session, "<" + letter.notice() + "@" + domain + ">");
    message.setFrom(new InternetAddress(from, true));
    message.setRecipients(Message.RecipientType.TO, addresses(letter, destination));
    message.setSubject(letter.title(), StandardCharsets.UTF_8.name());
    message.setText(letter.all(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(now));
    message.setHeader("X-ShedWatch-Notice", letter.notice());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private static Address[] addresses(Letter letter, Destination destination)
      throws AddressException {
    List<Address> all = new ArrayList<>();
    for (Recipient one : letter.to()) {
      if (!one.email().isEmpty()) {
        all.add(new InternetAddress(one.email(), true));
      }
    }
    if (all.isEmpty()) {
      all.addAll(List.of(InternetAddress.parse(destination.address().reveal(), true)));
    }
    if (all.isEmpty()) {
      throw new AddressException("nobody");
    }
    return all.toArray(Address[]::new);
  }

  private Outcome transport(Session session, MimeMessage message) {
    boolean handedOver = false;
    try (Transport transport = session.getTransport()) {
      transport.connect(
          settings.host().orElse(""),
          settings.port(),
          settings.user().orElse(null),
          settings.password().map(Secret::reveal).orElse(null));
      handedOver = true;
      transport.sendMessage(message, message.getAllRecipients());
      return new Outcome.Delivered("taken by the mail server");
    } catch (AuthenticationFailedException e) {
      return new Outcome.Refused("the mail server refuses user or password");
    } catch (SendFailedException e) {
      return failed(e);
    } catch (MessagingException e) {
      // After the text was handed over only the answer may be lost.
      return new Outcome.Later(
          "the mail server fails or does not answer", Duration.ZERO, handedOver);
    }
  }

  private static Outcome failed(SendFailedException e) {
    int code = SmtpReply.code(e);
    return code >= 500 && code < 600
        ? new Outcome.Refused("the mail server says " + code)
        : Outcome.later(
            code == 0 ? "the mail server took nothing" : "the mail server says " + code);
  }

  private Properties properties() {
    String millis = Long.toString(patience.toMillis());
    String protocol = settings.security().equals("tls") ? "smtps" : "smtp";
    String mail = "mail." + protocol + ".";
    Properties all = new Properties();
    all.setProperty("mail.transport.protocol", protocol);
    all.setProperty(mail + "connectiontimeout", millis);
    all.setProperty(mail + "timeout", millis);
    all.setProperty(mail + "writetimeout", millis);
    all.setProperty(mail + "auth", Boolean.toString(settings.user().isPresent()));
    all.setProperty(mail + "ssl.checkserveridentity", "true");
    if (settings.security().equals("starttls")) {
      all.setProperty(mail + "starttls.enable", "true");
      all.setProperty(mail + "starttls.required", "true");
    }
    return all;
  }
}
