package io.shedwatch.server.incident.chain;

import io.shedwatch.server.incident.EventHash;
import io.shedwatch.server.incident.chain.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The rule of the chain, as a fold over a log from its first event on: numbers run from 1 without
 * gaps, each event gives its own hash and carries the hash of the one before, every text gives its
 * digest, and every hash that somebody kept is still there. Pure; one instance a check.
 */
public final class ChainCheck {
  private final String site;
  private final Set<String> kept;
  private final List<Finding> findings = new ArrayList<>();
  private long found;
  private long events;
  private long number;
  private String head = EventHash.GENESIS;
  private long texts;
  private long mentioned;
  private long files;

  /**
   * @param kept hashes that were noted earlier: of daily digests, exports or verifications
   */
  public ChainCheck(String site, Collection<String> kept) {
    this.site = site;
    this.kept = new HashSet<>(kept);
    this.kept.remove(EventHash.GENESIS); // The empty log is a part of every log.
  }

  /** Takes the next event. */
  public void next(LogEntry entry) {
    events++;
    order(entry);
    if (!entry.site().equals(site)) {
      find(Kind.OTHER_SITE, entry.number(), "is of site " + entry.site());
    }
    String own = EventHash.of(entry.site(), entry.number(), entry.previousHash(), entry.event());
    if (!own.equals(entry.hash())) {
      find(Kind.CHANGED, entry.number(), "does not give the hash that it carries");
    }
    texts(entry);
    kept.remove(entry.hash());
    number = entry.number();
    head = entry.hash();
  }

  private void order(LogEntry entry) {
    if (entry.number() <= number) {
      find(Kind.OUT_OF_ORDER, entry.number(), "comes after event " + number);
    } else if (entry.number() > number + 1) {
      String range = (number + 1) + " to " + (entry.number() - 1);
      find(Kind.MISSING, number + 1, "is missing (" + range + ")");
    } else if (!entry.previousHash().equals(head)) {
      find(Kind.UNCHAINED, entry.number(), "does not carry the hash of the event before");
    }
  }

  private void texts(LogEntry entry) {
    Set<String> digests = LogEntry.digests(entry.event().detail());
    mentioned += digests.size();
    for (LogEntry.Text text : entry.texts()) {
      texts++;
      if (!digests.contains(text.digest())) {
        find(Kind.TEXT_CHANGED, entry.number(), "has a text that it does not know");
      } else if (!EventHash.ofText(text.salt(), text.body()).equals(text.digest())) {
        find(Kind.TEXT_CHANGED, entry.number(), "has a text that was changed");
      }
    }
  }

  /**
   * Takes a photo or an evidence pack.
   *
   * @param number the event that mentions it
   * @param digest as the event has it
   * @param own SHA-256 of the bytes that are there
   */
  public void file(long number, String digest, String own) {
    files++;
    if (!own.equals(digest)) {
      find(Kind.FILE_CHANGED, number, "has a file that was changed: " + digest);
    }
  }

  /** A file whose digest no event of this log mentions. */
  public void strayFile(String name) {
    find(Kind.FILE_CHANGED, 0, "no event knows the file " + name);
  }

  /** A line that is no event. */
  public void unreadable(long line, String why) {
    find(Kind.UNREADABLE, 0, "line " + line + " cannot be read: " + why);
  }

  /** What another rule found. */
  public void find(Finding finding) {
    found++;
    if (findings.size() < Verdict.MOST_FINDINGS) {
      findings.add(finding);
    }
  }

  private void find(Kind kind, long at, String says) {
    find(new Finding(kind, at, at == 0 ? says : "event " + at + " " + says));
  }

  /** Number of the newest event that was taken. */
  public long number() {
    return number;
  }

  public String head() {
    return head;
  }

  /**
   * Ends the check.
   *
   * @param newest number of the newest event, where it is known from elsewhere
   * @param newestHash its hash; not looked at without its number
   */
  public Verdict end(OptionalLong newest, String newestHash) {
    if (newest.isPresent() && newest.getAsLong() != number) {
      find(
          Kind.CUT,
          0,
          "the log ends at event " + number + ", the chain at event " + newest.getAsLong());
    } else if (newest.isPresent() && !newestHash.equals(head)) {
      find(Kind.CUT, 0, "the newest event is not the one that the chain ended with");
    }
    for (String hash : kept) {
      find(Kind.REWRITTEN, 0, "the kept hash " + hash + " is not in this log");
    }
    long absent = Math.max(0, mentioned - texts - files);
    return new Verdict(events, head, texts, files, absent, findings, found);
  }
}
