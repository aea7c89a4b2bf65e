package io.shedwatch.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.server.incident.EventHash;
import io.shedwatch.server.incident.chain.FileVerifyLog;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.web.Room;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Files that leave the house, as their readers read them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HttpExportsTest {
  private static final String PATH = "/api/v1/incidents";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static Room room;
  private static String incident;

  @BeforeAll
  static void anIncidentWithAnEvilSolution() throws IOException {
    room = Room.start(Map.of());
    String entry =
        "{\"entry\":\"export-0001\",\"kind\":\"fly-line\",\"severity\":\"major\","
            + "\"shed\":\"s02\",\"socket\":4,\"text\":\"从窗口拉线，㑇先生\"}";
    String made = room.admin().post(PATH, entry).body();
    incident = made.replaceAll(".*?\"incident\":\"([^\"]+)\".*", "$1");
    room.admin().post(PATH + "/" + id() + "/acknowledge", "{}");
    room.admin()
        .post(PATH + "/" + id() + "/resolve", "{\"why\":\"=HYPERLINK(\\\"http://x\\\"), 已拆除\"}");
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  @Test
  @Order(1)
  void csvOpensInExcelAndRunsNothing() throws Exception {
    byte[] csv = get(PATH + "/export/csv?shed=s02").body();
    assertThat(csv).startsWith(0xef, 0xbb, 0xbf);
    String text = new String(csv, StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(2);
    assertThat(text).contains("飞线充电", "已解决", "\"'=HYPERLINK(\"\"http://x\"\"), 已拆除\"");
    assertThat(
            new String(get(PATH + "/export/csv?shed=s09").body(), StandardCharsets.UTF_8).lines())
        .hasSize(1);
  }

  @Test
  @Order(2)
  void anotherProgramReadsChineseTextsAsTextsAndTimesAsTimes() throws Exception {
    HttpResponse<byte[]> answer = get(PATH + "/export/xlsx");
    assertThat(answer.headers().firstValue("content-disposition").orElse("")).contains(".xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      XSSFSheet sheet = book.getSheet("事件");
      XSSFRow head = sheet.getRow(0);
      XSSFRow row = sheet.getRow(1);
      assertThat(sheet.getLastRowNum()).isEqualTo(1);
      for (XSSFRow line : List.of(head, row)) {
        line.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
      }
      assertThat(head.getCell(3).getStringCellValue()).isEqualTo("类型");
      assertThat(head.getCell(16).getStringCellValue()).isEqualTo("处理结果");
      assertThat(row.getCell(3).getStringCellValue()).isEqualTo("飞线充电");
      assertThat(row.getCell(16).getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\"), 已拆除");
      assertThat(DateUtil.isCellDateFormatted(row.getCell(1))).isTrue();
      ZoneId place = room.part(Site.class).timezone();
      assertThat(row.getCell(1).getLocalDateTimeCellValue())
          .isCloseTo(LocalDateTime.now(place), within(1, ChronoUnit.HOURS));
    }
  }

  @Test
  @Order(3)
  void pdfHoldsChineseAndABoxForWhatItsFontLacks() throws Exception {
    assertThat(text(get(PATH + "/export/pdf").body())).contains("事件记录", "飞线充电", "已拆除");
    String dossier = text(get(PATH + "/" + id() + "/dossier").body());
    assertThat(dossier).contains("从窗口拉线，□先生", "证据尚未封存");
  }

  @Test
  @Order(4)
  void theLogIsVerifiedWithoutTheServer() throws Exception {
    Path log = Files.write(folder.resolve("log.jsonl"), get(PATH + "/export/jsonl").body());
    assertThat(verified(log)).isZero();
    byte[] forged =
        Files.readString(log)
            .replaceFirst("\"who\":\"admin\"", "\"who\":\"nobody\"")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(verified(Files.write(folder.resolve("forged.jsonl"), forged))).isEqualTo(1);
  }

  @Test
  @Order(5)
  void aSwappedPhotoIsFoundAndAnErasedOneIsNot() throws Exception {
    byte[] photo = png();
    HttpResponse<byte[]> answer = post(PATH + "/" + id() + "/files?text=x", photo, "image/png");
    String files = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(files).isEqualTo(201);
    String digest = files.replaceAll(".*\"digest\":\"([0-9a-f]{64})\".*", "$1");
    byte[] stored = get(PATH + "/" + id() + "/files/" + digest).body();
    assertThat(EventHash.ofFile(stored)).isEqualTo(digest);
    assertThat(verification()).contains("\"whole\":true", "\"files\":1");
    assertThat(text(get(PATH + "/" + id() + "/dossier").body())).contains("照片");

    execute("update incident_file set body = X'00' where digest = '" + digest + "'");
    assertThat(verification()).contains("\"whole\":false", "file-changed");
    execute("update incident_file set digest = '" + "ab".repeat(32) + "'");
    assertThat(verification()).contains("file-changed", "no event knows the file");
    execute("update incident_file set digest = '" + digest + "'");

    String erase = PATH + "/" + id() + "/files/" + digest + "/erase";
    assertThat(room.admin().post(erase, "{\"why\":\"隐私\"}").statusCode()).isEqualTo(204);
    assertThat(verification()).contains("\"whole\":true", "\"files\":0");
    assertThat(get(PATH + "/" + id() + "/files/" + digest).statusCode()).isEqualTo(404);
  }

  @Test
  @Order(6)
  void whatIsNoPhotoIsRefused() throws Exception {
    byte[] script = "<svg onload='x()'/>........".getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> answer = post(PATH + "/" + id() + "/files", script, "image/jpeg");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("JPEG, PNG or WebP");
  }

  @Test
  @Order(7)
  void theMonthCountsWhatHappenedAndSaysHowLongItTook() throws Exception {
    String month = new String(get("/api/v1/reports/monthly").body(), StandardCharsets.UTF_8);
    assertThat(month)
        .contains("\"incidents\":1", "\"name\":\"fly-line\",\"count\":1", "\"stillOpen\":0")
        .contains("\"acknowledge\":{\"count\":1", "\"close\":{\"count\":1")
        .contains("\"flyLines\":{\"reported\":0,\"visits\":0", "\"pressure\":null");
    assertThat(text(get("/api/v1/reports/monthly/pdf").body()))
        .contains("安全月报", "飞线充电", "飞线压力", "本月还没有扑空的估计");
    assertThat(get("/api/v1/reports/monthly?month=2099-01").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/reports/monthly?month=May").statusCode()).isEqualTo(400);
  }

  private static String id() {
    return URLEncoder.encode(incident, StandardCharsets.UTF_8);
  }

  private static String verification() {
    return room.admin().get(PATH + "/verification").body();
  }

  private static int verified(Path log) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return FileVerifyLog.run(List.of(log.toString()), out);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> post(String path, byte[] body, String type) throws Exception {
    return HTTP.send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(room.admin().url().replaceAll("/$", "") + path))
        .header("Cookie", room.admin().cookie().orElseThrow());
  }

  private static void execute(String sql) throws SQLException {
    JdbcTransaction.run(
        room.part(DataSource.class),
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }
}
