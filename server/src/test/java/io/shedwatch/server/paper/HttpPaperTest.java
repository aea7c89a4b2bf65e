package io.shedwatch.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.shedwatch.server.web.Client;
import io.shedwatch.server.web.Room;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What staff print, as a reader and a phone see it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HttpPaperTest {
  private static final String SHEET = "/api/v1/sheds/s07/sheet";
  private static final String NOTICE = "/api/v1/lobby-notice";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String LABELS = "/api/v1/sheds/s07/labels";
  private static final float DPI = 100;
  private static final float LABEL_DPI = 200;

  private static Room room;
  private static Room bare;
  private static Client staff;

  @BeforeAll
  static void start() throws IOException {
    room =
        Room.start(
            Map.of(
                "SHEDWATCH_PUBLIC_URL",
                "https://sheds.example.org/liuxi/",
                "SHEDWATCH_HOTLINE",
                "021-5721 0000（24 小时）"));
    bare = Room.start(Map.of());
    String added =
        room.admin()
            .post(
                "/api/v1/users",
                "{\"user\":\"guard\",\"role\":\"staff\",\"password\":\"for tests only 18\"}")
            .body();
    assertThat(added).contains("guard");
    staff = room.anybody().login("guard", "for tests only 18");
  }

  @AfterAll
  static void stop() {
    room.close();
    bare.close();
  }

  @Test
  @Order(1)
  void aSheetSaysInChineseWhereOneStandsAndWhomToCall() throws Exception {
    HttpResponse<byte[]> answer = get(staff, SHEET);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/pdf");
    assertThat(answer.headers().firstValue("content-disposition").orElse(""))
        .contains("liuxi-s07.pdf");
    assertThat(text(answer.body()))
        .contains("7号车棚", "1. 打开微信", "2. 看最上面一句", "3. 插好后点“我的充电”", "3 号插座输入 7-3")
        .contains("021-5721 0000（24 小时）", "119", "请勿飞线充电")
        .contains("https://sheds.example.org/liuxi/?shed=s07")
        .doesNotContain("□");
    assertThat(pages(answer.body())).isEqualTo(1);
  }

  @Test
  @Order(1)
  void theHotlineIsToldWithTheSiteAndIsNullWhereNoneIsSet() throws Exception {
    assertThat(room.anybody().get("/api/v1/site").body())
        .contains("\"hotline\":\"021-5721 0000（24 小时）\"");
    assertThat(bare.anybody().get("/api/v1/site").body()).contains("\"hotline\":null");
  }

  @Test
  @Order(2)
  void aPhoneReadsTheCodeOfEachShedFromThePaper() throws Exception {
    byte[] all = get(staff, "/api/v1/sheets").body();
    assertThat(pages(all)).isEqualTo(17);
    assertThat(scanned(all, 0)).isEqualTo("https://sheds.example.org/liuxi/?shed=s01");
    assertThat(scanned(all, 16)).isEqualTo("https://sheds.example.org/liuxi/?shed=s17");
    assertThat(scanned(get(staff, SHEET).body(), 0))
        .isEqualTo("https://sheds.example.org/liuxi/?shed=s07");
  }

  @Test
  @Order(2)
  void aPhoneReadsTheCodeOfEachSocketFromItsLabel() throws Exception {
    byte[] labels = get(staff, LABELS).body();
    assertThat(pages(labels)).isEqualTo(1);
    assertThat(text(labels)).contains("7号车棚 · s07-3", "11 号插座").doesNotContain("□");
    assertThat(label(labels, 0, 0)).isEqualTo("https://sheds.example.org/liuxi/?socket=s07-1");
    assertThat(label(labels, 3, 1)).isEqualTo("https://sheds.example.org/liuxi/?socket=s07-11");
  }

  @Test
  @Order(3)
  void aNoticeOfTooFewDataSaysSoAndComparesNothing() throws Exception {
    HttpResponse<byte[]> answer = get(staff, NOTICE);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer.body()))
        .contains("充电车棚一周公告", "记录还太少", "车棚的记录刚刚开始。", "021-5721 0000")
        .doesNotContain("最满的车棚", "0 个");
    assertThat(scanned(answer.body(), 0)).isEqualTo("https://sheds.example.org/liuxi/");
  }

  @Test
  @Order(4)
  void aNoticeNamesTheFullestShedsAndTheFreeHoursOfTheWeek() throws Exception {
    String imported = room.admin().post("/api/v1/sessions/import", orders()).body();
    assertThat(imported).contains("\"rejectedCount\":0");
    byte[] pdf = get(staff, NOTICE).body();
    String text = text(pdf);
    LocalDate today = LocalDate.now(ZONE);
    assertThat(pages(pdf)).isEqualTo(1);
    assertThat(text)
        .contains(today.minusDays(7).getMonthValue() + "月" + today.minusDays(7).getDayOfMonth())
        .contains("至" + today.minusDays(1).getMonthValue() + "月")
        .contains("7号车棚：67% 的时间满员", "根据 17 个车棚（共 17 个）七天", "6:00–24:00")
        .doesNotContain("太少", "□");
    assertThat(text.indexOf("7号车棚：67%"))
        .isBetween(text.indexOf("傍晚最满的车棚"), text.indexOf("傍晚最空的车棚"));
    assertThat(text.substring(text.indexOf("傍晚最空的车棚"))).contains("几乎没有满过，平均空 10.0 个");
    assertThat(scanned(pdf, 0)).isEqualTo("https://sheds.example.org/liuxi/");
  }

  @Test
  @Order(5)
  void withoutAPublicAddressThereIsNoSheetAndTheAnswerSaysWhatToSet() throws Exception {
    for (String path : new String[] {SHEET, LABELS, "/api/v1/sheets"}) {
      HttpResponse<String> answer = bare.admin().get(path);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("/problems/conflict", "SHEDWATCH_PUBLIC_URL");
    }
    assertThat(text(get(bare.admin(), NOTICE).body())).contains("充电车棚").doesNotContain("报修", "扫码");
  }

  @Test
  @Order(6)
  void residentsDoNotPrintAndAnUnknownShedHasNoSheet() throws Exception {
    for (String path : new String[] {SHEET, LABELS, "/api/v1/sheets", NOTICE}) {
      assertThat(room.anybody().get(path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(get(staff, "/api/v1/sheds/s99/sheet").statusCode()).isEqualTo(404);
    assertThat(get(staff, "/api/v1/sheds/s99/labels").statusCode()).isEqualTo(404);
  }

  /**
   * Eight days: all sockets of shed 7 are taken from 18 to 22, one of each other shed from 19 to
   * 20, but none of shed 16.
   */
  private static String orders() {
    StringBuilder csv = new StringBuilder("shed,socket,startedAt,endedAt,wattHours,unpluggedAt\n");
    LocalDate today = LocalDate.now(ZONE);
    for (int day = 8; day > 0; day--) {
      for (int shed = 1; shed <= 17; shed++) {
        int sockets = shed == 7 ? 11 : 1;
        for (int socket = 1; socket <= sockets; socket++) {
          int hour = shed == 7 ? 18 : 19;
          Instant start = today.minusDays(day).atTime(hour, 0).atZone(ZONE).toInstant();
          if (shed == 16) {
            start = start.minus(14, ChronoUnit.HOURS);
          }
          Instant end = start.plus(shed == 7 ? 4 : 1, ChronoUnit.HOURS);
          csv.append(
              String.format(Locale.ROOT, "s%02d,%d,%s,%s,600,%s%n", shed, socket, start, end, end));
        }
      }
    }
    return csv.toString();
  }

  private static HttpResponse<byte[]> get(Client who, String path) throws Exception {
    URI address = URI.create(who.url().replaceAll("/$", "") + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Cookie", who.cookie().orElseThrow()).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  /** What a phone reads from the drawn page. */
  private static String scanned(byte[] pdf, int page) throws Exception {
    return new QRCodeReader().decode(seen(pdf, page, DPI)).getText();
  }

  /** The same of one label, cut out: three beside one another, each 185 points high. */
  private static String label(byte[] pdf, int row, int column) throws Exception {
    float pixel = LABEL_DPI / 72;
    float width = (PDRectangle.A4.getWidth() - 80) / 3;
    BinaryBitmap cut =
        seen(pdf, 0, LABEL_DPI)
            .crop(
                Math.round((40 + column * width) * pixel),
                Math.round((40 + row * 185) * pixel),
                Math.round(width * pixel),
                Math.round(185 * pixel));
    return new QRCodeReader().decode(cut).getText();
  }

  private static BinaryBitmap seen(byte[] pdf, int page, float dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(page, dpi);
      int width = drawn.getWidth();
      int height = drawn.getHeight();
      int[] pixels = drawn.getRGB(0, 0, width, height, new int[width * height], 0, width);
      return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    }
  }
}
