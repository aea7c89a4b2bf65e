package io.shedwatch.server.photo;

/** A photo drawn anew: a JPEG without metadata, upright, on white. */
public final class Photo {
  public static final String MEDIA_TYPE = "image/jpeg";

  private final byte[] jpeg;
  private final int width;
  private final int height;

  /** Takes the bytes over. */
  Photo(byte[] jpeg, int width, int height) {
    this.jpeg = jpeg;
    this.width = width;
    this.height = height;
  }

  /** At most {@link PhotoRecoder#MOST_STORED_BYTES}; a copy. */
  public byte[] jpeg() {
    return jpeg.clone();
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }
}
