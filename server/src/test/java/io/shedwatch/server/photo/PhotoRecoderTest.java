package io.shedwatch.server.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Seeds;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PhotoRecoderTest {
  /** A small lossless WebP. */
  private static final String WEBP_LOSSLESS = "UklGRhwAAABXRUJQVlA4TA8AAAAvAUAAAAcQ/Y/+ByKi/wEA";

  @Test
  void whatIsWrittenInAPhotoIsGone() throws IOException {
    byte[] upload = withExif(jpeg(picture(640, 480)), 1);
    assertThat(text(upload)).contains("GPS-31.02N-121.03E");

    Photo photo = PhotoRecoder.recode(upload).photo().orElseThrow();

    assertThat(text(photo.jpeg())).doesNotContain("GPS", "Exif");
    assertThat(photo.width()).isEqualTo(640);
    assertThat(photo.height()).isEqualTo(480);
  }

  @Test
  void whatHidesBehindAPhotoIsGone() throws IOException {
    byte[] jpeg = jpeg(picture(64, 64));
    byte[] both = (text(jpeg) + "<script>PK-hidden").getBytes(StandardCharsets.ISO_8859_1);

    Photo photo = PhotoRecoder.recode(both).photo().orElseThrow();

    assertThat(text(photo.jpeg())).doesNotContain("PK-hidden");
  }

  @Test
  void aPhotoTakenSidewaysIsTurnedBeforeTheTagIsLost() throws IOException {
    // Orientation 6: the first row of pixels is the right side.
    Photo photo = PhotoRecoder.recode(withExif(jpeg(picture(640, 480)), 6)).photo().orElseThrow();

    assertThat(photo.width()).isEqualTo(480);
    assertThat(photo.height()).isEqualTo(640);
    BufferedImage turned = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
    assertThat(red(turned, 450, 20)).as("the red corner, top left before").isTrue();
    assertThat(red(turned, 30, 20)).isFalse();
  }

  @Test
  void aLargePhotoIsMadeSmaller() throws IOException {
    Photo photo = PhotoRecoder.recode(jpeg(picture(4_000, 3_000))).photo().orElseThrow();

    assertThat(photo.width()).isLessThanOrEqualTo(2_048).isGreaterThan(1_800);
    assertThat((double) photo.width() / photo.height()).isBetween(1.32, 1.35);
    assertThat(photo.jpeg().length).isLessThan(PhotoRecoder.MOST_STORED_BYTES);
  }

  @Test
  void transparentBecomesWhite() throws IOException {
    BufferedImage clear = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
    Photo photo = PhotoRecoder.recode(encoded(clear, "png")).photo().orElseThrow();

    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
    assertThat(new Color(drawn.getRGB(16, 16))).isEqualTo(Color.WHITE);
  }

  @Test
  void webpIsRead() {
    Photo photo =
        PhotoRecoder.recode(Base64.getDecoder().decode(WEBP_LOSSLESS)).photo().orElseThrow();
    assertThat(photo.width()).isPositive();
    assertThat(PhotoKind.of(photo.jpeg())).contains(PhotoKind.JPEG);
  }

  @Test
  void theFirstBytesSayWhatItIsAndNothingElse() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    assertThat(PhotoRecoder.recode(svg).refused()).contains(PhotoRefused.NOT_A_PHOTO);
    byte[] gif = "GIF89a..................".getBytes(StandardCharsets.UTF_8);
    assertThat(PhotoRecoder.recode(gif).refused()).contains(PhotoRefused.NOT_A_PHOTO);
    assertThat(PhotoRecoder.recode(new byte[0]).refused()).contains(PhotoRefused.NOT_A_PHOTO);
    assertThat(PhotoRecoder.recode(new byte[PhotoRecoder.MOST_BYTES + 1]).refused())
        .contains(PhotoRefused.TOO_LARGE);
  }

  @Test
  void aSmallFileThatClaimsAHugePictureIsNotDecoded() throws IOException {
    byte[] png = encoded(picture(16, 16), "png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000); // IHDR's width and height.
    assertThat(PhotoRecoder.recode(png).refused()).contains(PhotoRefused.TOO_MANY_PIXELS);
  }

  @Seeds(200)
  void aDamagedPhotoIsRefusedOrDrawnButNeverBreaksTheServer(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes =
        switch ((int) (seed % 3)) {
          case 0 -> withExif(jpeg(picture(80, 60)), 6);
          case 1 -> encoded(picture(80, 60), "png");
          default -> Base64.getDecoder().decode(WEBP_LOSSLESS);
        };
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    PhotoRecoder.Answer answer = PhotoRecoder.recode(bytes);
    assertThat(answer.photo().isPresent()).isNotEqualTo(answer.refused().isPresent());
  }

  /** Blue with a red corner at the top left. */
  private static BufferedImage picture(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.BLUE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 4, height / 4);
    pen.dispose();
    return picture;
  }

  private static boolean red(BufferedImage picture, int x, int y) {
    Color color = new Color(picture.getRGB(x, y));
    return color.getRed() > 200 && color.getBlue() < 60;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    return encoded(picture, "jpeg");
  }

  private static byte[] encoded(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  /** An Exif segment behind the start of the file, with an orientation and a place. */
  private static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] place = "GPS-31.02N-121.03E".getBytes(StandardCharsets.US_ASCII);
    int length = 2 + 6 + 8 + 2 + 12 + 4 + place.length;
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + 2 + length);
    all.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) length);
    all.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    all.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
    all.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    all.putShort((short) orientation).putShort((short) 0).putInt(0);
    return all.put(place).put(jpeg, 2, jpeg.length - 2).array();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
