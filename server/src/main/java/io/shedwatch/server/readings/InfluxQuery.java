package io.shedwatch.server.readings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * A small reader of InfluxQL answers, since the client's own swallows errors and fails on null
 * cells. Rows are handed over while the answer comes in.
 */
final class InfluxQuery {
  private static final JsonFactory JSON = new JsonFactory();

  /** An error that InfluxDB answered, also inside a 200. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String words) {
      super(words);
    }
  }

  /** Takes one row: its series' tags, and its cells in the order of the columns, time first. */
  @FunctionalInterface
  interface RowVisitor {
    void row(Map<String, String> tags, Cells cells) throws IOException;
  }

  /** One row; a missing number is {@code NaN}, a missing word is empty. */
  static final class Cells {
    private final List<String> texts = new ArrayList<>();
    private double[] numbers = new double[16];
    private long time;

    long time() {
      return time;
    }

    double number(int column) {
      return numbers[column];
    }

    String word(int column) {
      return texts.get(column);
    }

    private void clear() {
      texts.clear();
    }

    private void add(JsonParser parser, JsonToken token) throws IOException {
      int column = texts.size();
      if (column == numbers.length) {
        numbers = java.util.Arrays.copyOf(numbers, column * 2);
      }
      boolean number = token.isNumeric();
      numbers[column] = number ? parser.getDoubleValue() : Double.NaN;
      if (column == 0 && number) {
        time = parser.getLongValue();
      }
      texts.add(token == JsonToken.VALUE_STRING ? parser.getText() : "");
    }
  }

  private final OkHttpClient http;
  private final HttpUrl url;
  private final String authorization;

  /**
   * @param authorization the header's value; empty where an interceptor adds it
   */
  InfluxQuery(OkHttpClient http, HttpUrl server, String authorization) {
    this.http = http;
    this.url = server.newBuilder().addPathSegment("query").build();
    this.authorization = authorization;
  }

  /**
   * Asks and hands every row over. After an exception some rows may have been handed over already.
   *
   * @throws Refused when InfluxDB answers with an error
   */
  void run(String database, String policy, String query, RowVisitor visitor) throws IOException {
    HttpUrl.Builder target = url.newBuilder().addQueryParameter("epoch", "ms");
    if (!database.isEmpty()) {
      target.addQueryParameter("db", database);
    }
    if (!policy.isEmpty()) {
      target.addQueryParameter("rp", policy);
    }
    Request.Builder request =
        new Request.Builder()
            .url(target.build())
            .post(new FormBody.Builder().add("q", query).build());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try (Response response = http.newCall(request.build()).execute();
        ResponseBody body = response.body()) {
      if (body == null) {
        throw new IOException("InfluxDB answered " + response.code() + " without a body");
      }
      if (!response.isSuccessful()) {
        throw new Refused("InfluxDB answered " + response.code() + ": " + shortened(body));
      }
      read(body.byteStream(), visitor);
    }
  }

  private static String shortened(ResponseBody body) throws IOException {
    String text = body.string();
    return text.substring(0, Math.min(300, text.length())).strip();
  }

  /** Reads {@code {"results":[{"series":[{"tags":{},"columns":[],"values":[[]]}],"error":""}]}}. */
  static void read(InputStream answer, RowVisitor visitor) throws IOException {
    try (JsonParser parser = JSON.createParser(answer)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("InfluxDB's answer is no JSON object");
      }
      Map<String, String> tags = new HashMap<>();
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token == JsonToken.FIELD_NAME) {
          field(parser, tags, visitor);
        }
        token = parser.nextToken();
      }
    }
  }

  private static void field(JsonParser parser, Map<String, String> tags, RowVisitor visitor)
      throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    switch (name) {
      case "error" -> throw new Refused(parser.getText());
      case "name" -> tags.clear();
      case "tags" -> tags(parser, tags);
      case "values" -> rows(parser, tags, visitor);
      case "results", "series" -> {
        // What is inside comes as further fields.
      }
      default -> {
        if (value.isStructStart()) {
          parser.skipChildren();
        }
      }
    }
  }

  private static void tags(JsonParser parser, Map<String, String> tags) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      tags.put(name, parser.getText());
    }
  }

  private static void rows(JsonParser parser, Map<String, String> tags, RowVisitor visitor)
      throws IOException {
    Cells cells = new Cells();
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      cells.clear();
      JsonToken cell = parser.nextToken();
      while (cell != JsonToken.END_ARRAY) {
        cells.add(parser, cell);
        cell = parser.nextToken();
      }
      visitor.row(tags, cells);
    }
  }
}
