package io.shedwatch.server.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws an uploaded photo anew. The picture is decoded into pixels and those are encoded again, so
 * that nothing else of the upload survives: no place, no camera, no thumbnail, no bytes behind the
 * end. The size is read from the header and bounded before a pixel is decoded. Stateless; one photo
 * is drawn at a time, so that uploads together never take more memory than one.
 */
public final class PhotoRecoder {
  /** A larger upload is refused unread. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  /** More pixels are refused undecoded: a small file can claim a huge picture. */
  public static final long MOST_PIXELS = 25_000_000;

  /** A photo of ours is never larger: H2 holds a value of 1 MiB in a row. */
  public static final int MOST_STORED_BYTES = 1_000_000;

  /** Longest side of a photo of ours, pixels: enough to read a plug's label. */
  private static final int MOST_SIDE = 2_048;

  /** The first that gives few enough bytes is taken. */
  private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f, 0.3f};

  private static final Object ONE_AT_A_TIME = new Object();

  private PhotoRecoder() {}

  /** A photo of ours, or why not. */
  public record Answer(Optional<Photo> photo, Optional<PhotoRefused> refused) {
    static Answer no(PhotoRefused why) {
      return new Answer(Optional.empty(), Optional.of(why));
    }
  }

  /**
   * Draws {@code upload} anew.
   *
   * @param upload a stranger's bytes
   */
  public static Answer recode(byte[] upload) {
    if (upload.length > MOST_BYTES) {
      return Answer.no(PhotoRefused.TOO_LARGE);
    }
    Optional<PhotoKind> kind = PhotoKind.of(upload);
    if (kind.isEmpty()) {
      return Answer.no(PhotoRefused.NOT_A_PHOTO);
    }
    synchronized (ONE_AT_A_TIME) {
      try {
        return recode(upload, kind.get());
      } catch (IOException | RuntimeException damaged) {
        // Readers throw all kinds of exceptions at damaged files; none of them is our fault.
        return Answer.no(PhotoRefused.UNREADABLE);
      }
    }
  }

  private static Answer recode(byte[] upload, PhotoKind kind) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.format());
    if (!readers.hasNext()) {
      throw new IllegalStateException("no reader for " + kind.format());
    }
    ImageReader reader = readers.next();
    BufferedImage pixels;
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        return Answer.no(PhotoRefused.TOO_MANY_PIXELS);
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / MOST_SIDE);
      param.setSourceSubsampling(step, step, 0, 0);
      pixels = reader.read(0, param);
    } finally {
      reader.dispose();
    }
    return encoded(upright(pixels, Orientation.of(upload, kind)));
  }

  private static Answer encoded(BufferedImage picture) throws IOException {
    for (float quality : QUALITIES) {
      byte[] jpeg = jpeg(picture, quality);
      if (jpeg.length <= MOST_STORED_BYTES) {
        return new Answer(
            Optional.of(new Photo(jpeg, picture.getWidth(), picture.getHeight())),
            Optional.empty());
      }
    }
    return Answer.no(PhotoRefused.TOO_LARGE); // Pure noise: no camera makes it.
  }

  /** The picture as it is looked at, no side longer than {@link #MOST_SIDE}, on white. */
  private static BufferedImage upright(BufferedImage pixels, Orientation orientation) {
    double longest = Math.max(pixels.getWidth(), pixels.getHeight());
    double scale = Math.min(1, MOST_SIDE / longest);
    int width = Math.max(1, (int) Math.round(pixels.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(pixels.getHeight() * scale));
    boolean turned = orientation.swapsSides();
    BufferedImage drawn =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform place = orientation.transform(width, height);
    place.scale((double) width / pixels.getWidth(), (double) height / pixels.getHeight());
    pen.drawImage(pixels, place, null);
    pen.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
