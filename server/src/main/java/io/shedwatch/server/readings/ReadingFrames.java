package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A batch of readings as bytes and back. Words, not ordinals, so that versions may differ. */
final class ReadingFrames {
  private static final int VERSION = 1;

  private ReadingFrames() {}

  static byte[] encode(long spooledAt, List<ShedReadings> batch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(spooledAt);
      out.writeInt(batch.size());
      for (ShedReadings message : batch) {
        out.writeUTF(message.shed().value());
        out.writeLong(message.at());
        out.writeInt(message.readings().size());
        for (Reading reading : message.readings()) {
          write(out, reading);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory do not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Reading reading) throws IOException {
    out.writeInt(reading.socket());
    out.writeUTF(reading.usage().word());
    out.writeUTF(reading.relay().word());
    out.writeDouble(reading.volts());
    out.writeDouble(reading.amperes());
    out.writeDouble(reading.watts());
    out.writeDouble(reading.wattHours());
    out.writeDouble(reading.celsius());
  }

  /**
   * @throws IOException when these are not the bytes of a batch
   */
  static ReadingSpool.Waiting decode(byte[] frame) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("spool frame of version " + version + ", this server reads 1");
      }
      long spooledAt = in.readLong();
      int messages = in.readInt();
      List<ShedReadings> batch = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        ShedId shed = new ShedId(in.readUTF());
        long at = in.readLong();
        int count = in.readInt();
        List<Reading> readings = new ArrayList<>();
        for (int k = 0; k < count; k++) {
          readings.add(read(in));
        }
        batch.add(new ShedReadings(shed, at, readings));
      }
      return new ReadingSpool.Waiting(spooledAt, batch);
    }
  }

  private static Reading read(DataInputStream in) throws IOException {
    return new Reading(
        in.readInt(),
        Usage.ofWord(in.readUTF()),
        RelayPosition.ofWord(in.readUTF()),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}
