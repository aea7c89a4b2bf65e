package io.shedwatch.simulation.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Says the same to everybody who says anything, and does nothing else: how fast the machine and the
 * phones' program are by themselves. A server that reads, decides and writes is above it.
 */
final class BareServer {
  private static final int BACKLOG = 4_096;

  /** About what an answer to a poll is. */
  private static final int PADDING = 900;

  private final ByteBuffer input = ByteBuffer.allocateDirect(65_536);
  private final ByteBuffer answer;
  private final Selector selector;

  private BareServer() throws IOException {
    String body = "{\"sheds\":[{\"shed\":\"s01\"}]}" + " ".repeat(PADDING);
    String head = "HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n".formatted(body.length());
    this.answer = ByteBuffer.wrap((head + body).getBytes(StandardCharsets.US_ASCII));
    this.selector = Selector.open();
  }

  public static void main(String[] arguments) throws IOException {
    BareServer server = new BareServer();
    try (ServerSocketChannel door = ServerSocketChannel.open()) {
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      door.configureBlocking(false);
      door.register(server.selector, SelectionKey.OP_ACCEPT);
      System.out.println("port " + ((InetSocketAddress) door.getLocalAddress()).getPort());
      while (door.isOpen()) {
        server.selector.select(server::serve);
      }
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.channel() instanceof ServerSocketChannel door) {
        accept(door);
      } else if (key.channel() instanceof SocketChannel phone) {
        answer(phone);
      }
    } catch (IOException gone) {
      key.cancel();
    }
  }

  private void accept(ServerSocketChannel door) throws IOException {
    for (SocketChannel phone = door.accept(); phone != null; phone = door.accept()) {
      phone.configureBlocking(false);
      phone.register(selector, SelectionKey.OP_READ);
    }
  }

  private void answer(SocketChannel phone) throws IOException {
    if (phone.read(input.clear()) < 0) {
      phone.close();
    } else {
      phone.write(answer.duplicate());
    }
  }
}
