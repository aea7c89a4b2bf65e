package io.shedwatch.simulation.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * One phone on a connection of its own, which it keeps. Knows as much of HTTP/1.1 as the server
 * says: a head, then {@code Content-Length} bytes or a stream of events that does not end.
 */
final class HttpPhone {
  /** What a browser says; the encodings too, so that the server has the same work. */
  private static final String REQUEST =
      "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate\r\n%s\r\n";

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final Pattern TAG = Pattern.compile("(?i)\r\netag: *([^\r]+)");
  private static final int MOST_ANSWER = 1_048_576;
  private static final int MOST_KEPT = 4_096;

  private final PhoneSettings settings;
  private final SocketChannel channel;
  private final SelectionKey key;
  private byte[] came = new byte[2_048];
  private int length;
  private int body = -1;
  private String head = "";
  private String tag = "";
  private byte[] first = new byte[0];
  private String firstHead = "";
  private int firstBytes;
  private int answers;
  private ByteBuffer asking = ByteBuffer.allocate(0);

  private HttpPhone(PhoneSettings settings, SocketChannel channel, SelectionKey key) {
    this.settings = settings;
    this.channel = channel;
    this.key = key;
  }

  /** Connects and asks; the selector tells what follows, with the phone attached to its key. */
  static HttpPhone arrive(PhoneSettings settings, InetSocketAddress server, Selector selector)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    boolean there = channel.connect(server);
    SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
    HttpPhone phone = new HttpPhone(settings, channel, key);
    key.attach(phone);
    if (there) {
      phone.ask();
    }
    return phone;
  }

  /** Asks for the first time or again, with the tag of what it has. */
  void ask() throws IOException {
    String known = tag.isEmpty() ? "" : "If-None-Match: " + tag + "\r\n";
    String request = REQUEST.formatted(settings.how().path(), settings.url().getAuthority(), known);
    asking = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    length = 0;
    body = -1;
    write();
  }

  private void write() throws IOException {
    channel.write(asking);
    key.interestOps(asking.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /** Goes on with what its key is ready for; true: an answer or an event is whole. */
  boolean goOn(ByteBuffer buffer) throws IOException {
    if (key.isConnectable()) {
      channel.finishConnect();
      ask();
      return false;
    }
    if (key.isWritable()) {
      write();
      return false;
    }
    buffer.clear();
    if (channel.read(buffer) < 0) {
      throw new IOException("the server hung up");
    }
    take(buffer.flip());
    return isWhole();
  }

  private void take(ByteBuffer buffer) throws IOException {
    if (length + buffer.remaining() > MOST_ANSWER) {
      throw new IOException("an answer without an end");
    }
    if (came.length - length < buffer.remaining()) {
      came = Arrays.copyOf(came, 2 * (length + buffer.remaining()));
    }
    int more = buffer.remaining();
    buffer.get(came, length, more);
    length += more;
    if (body < 0) {
      String text = new String(came, 0, length, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      if (end >= 0) {
        head = text.substring(0, end);
        body = end + 4;
      }
    }
  }

  private boolean isWhole() throws IOException {
    if (body < 0) {
      return false;
    }
    if (settings.how() == PhoneSettings.How.SSE) {
      return isEventWhole();
    }
    Matcher said = LENGTH.matcher(head);
    int wanted = said.find() ? Integer.parseInt(said.group(1)) : 0;
    if (length - body < wanted) {
      return false;
    }
    Matcher named = TAG.matcher(head);
    tag = named.find() ? named.group(1) : "";
    answered();
    return true;
  }

  /** Within the chunks of HTTP only the end of an event is an empty line without returns. */
  private boolean isEventWhole() {
    boolean whole = length - body >= 2 && came[length - 1] == '\n' && contains(came, length);
    if (whole) {
      answered();
      came = Arrays.copyOf(came, body); // Events to come take the place of those that were read.
      length = body;
    }
    return whole;
  }

  private boolean contains(byte[] bytes, int end) {
    for (int i = end - 1; i > body; i--) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\n') {
        return true;
      }
    }
    return false;
  }

  private void answered() {
    answers++;
    if (answers == 1) {
      firstHead = head;
      firstBytes = length;
      // Of a snapshot the beginning: two thousand of them are more than this program may hold.
      first = Arrays.copyOfRange(came, body, Math.min(length, body + MOST_KEPT));
    }
  }

  /** Answers and events so far. */
  int answers() {
    return answers;
  }

  /** The status of the last answer. */
  int status() {
    return Integer.parseInt(head.substring(9, 12));
  }

  /** Why the first answer is none; empty: it holds the sheds. For after the clock was stopped. */
  String fault() {
    if (!firstHead.startsWith("HTTP/1.1 200")) {
      return firstHead.isEmpty() ? "no answer" : firstHead.split("\r\n", 2)[0];
    }
    try {
      boolean zipped = firstHead.toLowerCase(Locale.ROOT).contains("gzip");
      byte[] plain =
          zipped ? new GZIPInputStream(new ByteArrayInputStream(first)).readAllBytes() : first;
      String text = new String(plain, StandardCharsets.UTF_8);
      return text.contains("\"sheds\":[{\"shed\":") ? "" : "no sheds in the answer";
    } catch (IOException e) {
      return "not readable: " + e.getMessage();
    }
  }

  /** With its head. */
  int firstBytes() {
    return firstBytes;
  }

  void hangUp() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
