package org.casaba.deployment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP/1.1 request whose target goes out exactly as it is written here: clients of the JDK mend
 * or refuse what browsers and crawlers send.
 *
 * @param target path and query
 * @param headers whole header lines
 */
public record RawRequest(URI server, String method, String target, List<String> headers) {
  private static final int TIMEOUT_MILLIS = 30_000;

  public static RawRequest get(URI server, String target) {
    return new RawRequest(server, "GET", target, List.of());
  }

  public RawRequest with(String... lines) {
    return new RawRequest(server, method, target, List.of(lines));
  }

  /** What came back; header names in lower case, repeated headers joined by a comma. */
  public record Answer(int status, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  public Answer send() throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      List<String> lines = new ArrayList<>();
      lines.add(method + " " + target + " HTTP/1.1");
      lines.add("Host: " + server.getAuthority());
      lines.add("Connection: close");
      lines.addAll(headers);
      String head = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      return read(socket.getInputStream());
    }
  }

  private static Answer read(InputStream in) throws IOException {
    String statusLine = line(in);
    if (!statusLine.startsWith("HTTP/1.1 ")) {
      throw new IOException("not an answer: " + statusLine);
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
    boolean chunked = "chunked".equals(headers.get("transfer-encoding"));
    byte[] body = chunked ? chunks(in) : in.readAllBytes();
    return new Answer(Integer.parseInt(statusLine.substring(9, 12)), headers, body);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      byte[] chunk = in.readNBytes(size);
      if (chunk.length < size) {
        throw new IOException("the answer breaks off");
      }
      body.write(chunk);
      line(in);
    }
    return body.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the answer breaks off");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
