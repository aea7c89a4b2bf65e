package io.shedwatch.server.readings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The spool as numbered files of frames: length, CRC-32C, bytes. Each frame is forced to the disk
 * before it counts. A file goes when its last frame is in the store; what was taken from a file
 * that still stands is given again after a restart, which stores the same points again.
 */
final class FileReadingSpool implements ReadingSpool {
  private static final Logger LOG = LoggerFactory.getLogger(FileReadingSpool.class);
  private static final Pattern NAME = Pattern.compile("spool-(\\d{12})\\.frames");
  private static final int HEADER_BYTES = 8;

  /** A file is closed to new frames beyond this; it is the unit in which disk space comes back. */
  private static final long SEGMENT_BYTES = 8L << 20;

  /** No batch is larger; a longer length is damage. */
  private static final int MAX_FRAME_BYTES = 64 << 20;

  private final Path folder;
  private final long maxBytes;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private long nextNumber = 1;
  private long bytes;
  private boolean appending;
  private Optional<FileChannel> writer = Optional.empty();
  private Optional<FileChannel> reader = Optional.empty();
  private Optional<byte[]> oldest = Optional.empty();

  /** A file, how much of it was taken, and how much of it counts. */
  private static final class Segment {
    private final Path file;
    private long taken;
    private long length;

    Segment(Path file, long length) {
      this.file = file;
      this.length = length;
    }
  }

  private FileReadingSpool(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /**
   * Opens the folder and what a process before left in it.
   *
   * @param maxBytes the bound; beyond it {@link #append} says full
   */
  static FileReadingSpool open(Path folder, long maxBytes) throws IOException {
    Files.createDirectories(folder);
    FileReadingSpool spool = new FileReadingSpool(folder, maxBytes);
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(it -> NAME.matcher(name(it)).matches()).sorted().toList();
    }
    for (Path file : files) {
      Matcher number = NAME.matcher(name(file));
      if (number.matches()) {
        spool.nextNumber = Long.parseLong(number.group(1)) + 1;
      }
      Segment segment = new Segment(file, Files.size(file));
      spool.segments.add(segment);
      spool.bytes += segment.length;
    }
    synchronized (spool) {
      spool.findOldest();
    }
    return spool;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  @Override
  public synchronized boolean isEmpty() {
    return segments.isEmpty();
  }

  @Override
  public synchronized long bytes() {
    return bytes;
  }

  @Override
  public synchronized boolean append(long now, List<ShedReadings> batch) throws IOException {
    byte[] frame = ReadingFrames.encode(now, batch);
    int size = HEADER_BYTES + frame.length;
    if (bytes + size > maxBytes) {
      return false;
    }
    Segment segment = appending ? segments.getLast() : newSegment();
    FileChannel channel = writer.orElseThrow();
    ByteBuffer buffer = ByteBuffer.allocate(size);
    buffer.putInt(frame.length).putInt(crc(frame)).put(frame).flip();
    try {
      long position = segment.length;
      while (buffer.hasRemaining()) {
        position += channel.write(buffer, position);
      }
      channel.force(false);
    } catch (IOException e) {
      // The torn frame stays behind the length that counts; a next frame goes into a next file.
      closeWriter();
      dropIfUseless(segment);
      throw e;
    }
    segment.length += size;
    bytes += size;
    if (segment.length >= SEGMENT_BYTES) {
      closeWriter();
    }
    return true;
  }

  private Segment newSegment() throws IOException {
    Path file = folder.resolve(String.format("spool-%012d.frames", nextNumber));
    writer =
        Optional.of(
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    forceFolder();
    nextNumber++;
    appending = true;
    Segment segment = new Segment(file, 0);
    segments.add(segment);
    return segment;
  }

  /** The name of a new file is safe only when its folder is. */
  private void forceFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private void closeWriter() throws IOException {
    appending = false;
    if (writer.isPresent()) {
      FileChannel channel = writer.get();
      writer = Optional.empty();
      channel.close();
    }
  }

  private void dropIfUseless(Segment segment) throws IOException {
    if (segment.length == 0) {
      segments.remove(segment);
      Files.deleteIfExists(segment.file);
    }
  }

  @Override
  public synchronized Optional<Waiting> oldest() throws IOException {
    if (oldest.isEmpty()) {
      findOldest();
    }
    return oldest.isEmpty()
        ? Optional.empty()
        : Optional.of(ReadingFrames.decode(oldest.orElseThrow()));
  }

  @Override
  public synchronized void removeOldest() throws IOException {
    segments.getFirst().taken += HEADER_BYTES + oldest.orElseThrow().length;
    findOldest();
  }

  /** Reads the oldest frame; files that hold no further one go. */
  private void findOldest() throws IOException {
    oldest = Optional.empty();
    while (!segments.isEmpty()) {
      Segment segment = segments.getFirst();
      Tail tail = Tail.DONE;
      if (segment.taken < segment.length) {
        tail = readFrame(segment);
        if (tail == Tail.FRAME) {
          return;
        }
      }
      segments.removeFirst();
      if (segments.isEmpty()) {
        closeWriter();
      }
      closeReader();
      bytes -= segment.length;
      discard(segment, tail);
    }
  }

  /** What follows in a file. */
  private enum Tail {
    FRAME,
    DONE,
    /** The end of a frame that a kill or a loss of power cut short; it never counted. */
    TORN,
    /** More than one frame can explain. */
    DAMAGED
  }

  private Tail readFrame(Segment segment) throws IOException {
    long room = segment.length - segment.taken - HEADER_BYTES;
    if (room < 0) {
      return Tail.TORN;
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    readFully(segment, segment.taken, header);
    header.flip();
    int length = header.getInt();
    int crc = header.getInt();
    if (length == 0 && crc == 0) {
      return Tail.TORN; // A file system may leave zeros after a loss of power.
    }
    if (length <= 0 || length > MAX_FRAME_BYTES) {
      return Tail.DAMAGED;
    }
    if (length > room) {
      return Tail.TORN;
    }
    byte[] frame = new byte[length];
    readFully(segment, segment.taken + HEADER_BYTES, ByteBuffer.wrap(frame));
    if (crc(frame) != crc) {
      return length == room ? Tail.TORN : Tail.DAMAGED;
    }
    oldest = Optional.of(frame);
    return Tail.FRAME;
  }

  /** Removes a file that is done; a damaged one is kept aside for people. */
  private void discard(Segment segment, Tail tail) throws IOException {
    if (tail == Tail.DAMAGED) {
      Path aside = folder.resolve(name(segment.file) + ".damaged");
      Files.move(segment.file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.error("spool.damaged file={} bytes={}", aside, segment.length - segment.taken);
      return;
    }
    if (tail == Tail.TORN) {
      LOG.info("spool.torn file={} bytes={}", segment.file, segment.length - segment.taken);
    }
    Files.deleteIfExists(segment.file);
  }

  private void readFully(Segment segment, long from, ByteBuffer into) throws IOException {
    if (reader.isEmpty()) {
      reader = Optional.of(FileChannel.open(segment.file, StandardOpenOption.READ));
    }
    FileChannel channel = reader.get();
    long position = from;
    while (into.hasRemaining()) {
      int count = channel.read(into, position);
      if (count < 0) {
        throw new IOException("spool file ends early: " + segment.file);
      }
      position += count;
    }
  }

  private void closeReader() throws IOException {
    if (reader.isPresent()) {
      FileChannel channel = reader.get();
      reader = Optional.empty();
      channel.close();
    }
  }

  private static int crc(byte[] frame) {
    CRC32C crc = new CRC32C();
    crc.update(frame);
    return (int) crc.getValue();
  }

  @Override
  public synchronized void close() {
    try {
      closeWriter();
      closeReader();
    } catch (IOException e) {
      LOG.warn("spool.close failed={}", e.toString());
    }
  }
}
