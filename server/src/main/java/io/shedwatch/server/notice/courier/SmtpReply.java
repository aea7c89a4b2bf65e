package io.shedwatch.server.notice.courier;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server said when it did not take a message. */
final class SmtpReply {
  private static final Pattern CODE = Pattern.compile("(?:^|\\s)([245]\\d\\d)[ -]");

  private SmtpReply() {}

  /** The last reply code named in the chain of exceptions; 0 when there is none. */
  static int code(MessagingException thrown) {
    int code = 0;
    for (Exception one = thrown; one != null; one = next(one)) {
      String said = one.getMessage();
      Matcher found = CODE.matcher(said == null ? "" : said);
      if (found.find()) {
        code = Integer.parseInt(found.group(1));
      }
    }
    return code;
  }

  private static @org.jspecify.annotations.Nullable Exception next(Exception one) {
    return one instanceof MessagingException more ? more.getNextException() : null;
  }
}
