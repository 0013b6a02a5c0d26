package org.casaba.benchmark.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server's side of FastCGI 1.0: one request after the other as a responder's. */
final class FastCgiConnection implements Connection {
  private static final int VERSION = 1;
  private static final int REQUEST_ID = 1;
  private static final int BEGIN_REQUEST = 1;
  private static final int END_REQUEST = 3;
  private static final int PARAMS = 4;
  private static final int STDIN = 5;
  private static final int STDOUT = 6;

  /** Role responder; keep the connection. */
  private static final byte[] BEGINNING = {0, 1, 1, 0, 0, 0, 0, 0};

  private static final Pattern STATUS = Pattern.compile("^Status: (\\d+)", Pattern.MULTILINE);

  private final Socket socket;
  private final DataInputStream in;

  FastCgiConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
  }

  @Override
  public Answer ask(Request request) throws IOException {
    Map<String, String> parameters =
        Map.of(
            "REQUEST_METHOD", "GET",
            "SERVER_PROTOCOL", "HTTP/1.1",
            "HTTP_HOST", "localhost",
            "REQUEST_URI", "/iiif/" + request.path(),
            "QUERY_STRING", "IIIF=" + request.path());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    record(out, BEGIN_REQUEST, BEGINNING);
    record(out, PARAMS, pairs(parameters));
    record(out, PARAMS, new byte[0]);
    record(out, STDIN, new byte[0]);
    socket.getOutputStream().write(bytes.toByteArray());
    return answer();
  }

  private static void record(DataOutputStream out, int type, byte[] content) throws IOException {
    out.write(VERSION);
    out.write(type);
    out.writeShort(REQUEST_ID);
    out.writeShort(content.length);
    // No padding, and a reserved byte.
    out.writeShort(0);
    out.write(content);
  }

  /** Names and values, all shorter than 128 bytes. */
  private static byte[] pairs(Map<String, String> parameters) {
    ByteArrayOutputStream pairs = new ByteArrayOutputStream();
    parameters.forEach((name, value) -> {
      pairs.write(name.length());
      pairs.write(value.length());
      pairs.writeBytes((name + value).getBytes(StandardCharsets.US_ASCII));
    });
    return pairs.toByteArray();
  }

  private Answer answer() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    while (true) {
      in.skipNBytes(1);
      int type = in.read();
      in.skipNBytes(2);
      int length = in.readUnsignedShort();
      int padding = in.readUnsignedByte();
      in.skipNBytes(1);
      byte[] content = in.readNBytes(length);
      in.skipNBytes(padding);
      if (type == STDOUT) {
        output.write(content);
      } else if (type == END_REQUEST) {
        return split(output.toByteArray());
      }
    }
  }

  private static Answer split(byte[] output) throws IOException {
    String text = new String(output, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("an answer without headers");
    }
    Matcher status = STATUS.matcher(text.substring(0, end));
    return new Answer(
        status.find() ? Integer.parseInt(status.group(1)) : 200,
        Arrays.copyOfRange(output, end + 4, output.length));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
