package io.shedwatch.server.intake.step;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.live.ShedLive;
import io.shedwatch.server.live.SocketLive;
import io.shedwatch.server.rule.MessagesRejected;
import io.shedwatch.server.rule.ShedWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the next step of one shed depends on.
 *
 * @param sockets one a configured socket, in the order of their numbers
 * @param boots that are not over, oldest first, at most {@link #MOST_BOOTS}
 * @param closed boots that are over, oldest first; rows of their own, not in the book's text
 * @param open alarms, in the order of their arrival
 * @param watch what the rules that judge readings know
 * @param rejected the run of messages that could not be used
 */
public record ShedBook(
    ShedAddress shed,
    List<SocketBook> sockets,
    List<BootBook> boots,
    Map<BootId, ClosedBoot> closed,
    Presence presence,
    List<OpenAlarm> open,
    List<EarlyClear> earlyClears,
    Oddities oddities,
    ShedWatch watch,
    MessagesRejected.Run rejected) {
  /**
   * When a further boot is heard, the oldest is closed, and what it still held is shown as lost: a
   * box that starts again and again while the server is away has so many tries.
   */
  public static final int MOST_BOOTS = 32;

  public ShedBook {
    sockets = List.copyOf(sockets);
    boots = List.copyOf(boots);
    closed = Map.copyOf(closed);
    open = List.copyOf(open);
    earlyClears = List.copyOf(earlyClears);
  }

  /** A shed that was never heard. */
  public static ShedBook empty(ShedAddress shed, int sockets) {
    List<SocketBook> books = new ArrayList<>(sockets);
    for (int socket = 1; socket <= sockets; socket++) {
      books.add(SocketBook.empty(socket));
    }
    return new ShedBook(
        shed,
        books,
        List.of(),
        Map.of(),
        Presence.NOBODY,
        List.of(),
        List.of(),
        Oddities.NONE,
        ShedWatch.empty(sockets),
        MessagesRejected.Run.NONE);
  }

  /** What screens see of it. */
  public ShedLive live() {
    List<SocketLive> live = new ArrayList<>(sockets.size());
    for (SocketBook socket : sockets) {
      live.add(socket.live());
    }
    return new ShedLive(shed.shed(), presence.state(), presence.heardAt(), live);
  }

  /** Up to where everything of that boot is stored; empty where the boot is unknown. */
  public Optional<Long> storedUpTo(BootId boot) {
    for (BootBook book : boots) {
      if (book.boot().equals(boot)) {
        return Optional.of(book.positions().contiguous());
      }
    }
    return Optional.empty();
  }

  /** Whether this message was received before. */
  public boolean covers(BootId boot, long seq) {
    for (BootBook book : boots) {
      if (book.boot().equals(boot)) {
        return book.positions().covers(seq);
      }
    }
    return closed.containsKey(boot);
  }
}
