package io.shedwatch.server.photo;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: Exif tag 0x0112 (CIPA DC-008, 4.6.4), 1 to 8. The tag goes with all other
 * metadata, so the pixels are turned instead.
 *
 * @param value 1 is upright
 */
record Orientation(int value) {
  private static final int TAG = 0x0112;
  private static final Orientation UPRIGHT = new Orientation(1);

  boolean swapsSides() {
    return value >= 5;
  }

  /** From the stored picture of that size to the upright one. */
  AffineTransform transform(int width, int height) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  /** As the file says; upright where it says nothing that can be read. */
  static Orientation of(byte[] bytes, PhotoKind kind) {
    try {
      return switch (kind) {
        case JPEG -> ofJpeg(ByteBuffer.wrap(bytes));
        case WEBP -> ofWebp(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        case PNG -> UPRIGHT; // No camera writes PNG.
      };
    } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
      return UPRIGHT;
    }
  }

  /** Segments of a marker and a length each, up to the start of the scan. */
  private static Orientation ofJpeg(ByteBuffer jpeg) {
    int at = 2;
    while ((jpeg.get(at) & 0xff) == 0xff) {
      int marker = jpeg.get(at + 1) & 0xff;
      int length = jpeg.getShort(at + 2) & 0xffff;
      if (marker == 0xe1 && jpeg.getInt(at + 4) == 0x45786966) { // Exif
        return ofTiff(jpeg.slice(at + 10, length - 8));
      }
      if (marker == 0xda || length < 2) {
        return UPRIGHT;
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  /** Chunks of a name and a length each, padded to even bytes. */
  private static Orientation ofWebp(ByteBuffer webp) {
    int at = 12;
    while (at + 8 < webp.limit()) {
      int length = webp.getInt(at + 4);
      if (webp.getInt(at) == 0x46495845) { // EXIF, in this byte order
        return ofTiff(webp.slice(at + 8, length));
      }
      if (length < 0) {
        return UPRIGHT;
      }
      at = Math.addExact(at, 8 + length + (length & 1));
    }
    return UPRIGHT;
  }

  private static Orientation ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8) & 0xffff;
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
