package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scroll of 245 megapixels is downloaded from a server that has little memory. */
final class StreamedGiantsIT {
  private static final int STEP = 16;

  @TempDir private Path folder;

  @Test
  void aScrollIsSentWhileItIsDrawnInBoundedMemory() throws IOException {
    Scroll.write(folder);
    try (ServerProcess server = start()) {
      Path png = download(server, "full/max/0/default.png");
      assertScroll(png, Scroll.WIDTH, 0);
      Path jpeg = download(server, "1000,0,60000,3082/max/0/default.jpg");
      assertScroll(jpeg, 60000, 6);
      assertEquals("", server.complaints());
      server
          .peakMegabytes()
          .ifPresent(peak -> assertTrue(peak < 500, peak + " MB of memory were needed"));
    }
  }

  private ServerProcess start() throws IOException {
    int port = ServerProcess.freePort();
    ProcessBuilder command = StandaloneCommand.DEFAULT.with("--images=" + folder, "--port=" + port);
    command.environment().put("JAVA_TOOL_OPTIONS", "-Xmx256m -Dcasaba.limits.max_area=1000000000");
    return ServerProcess.start(command, URI.create(ServerProcess.ORIGIN + port + "/"));
  }

  /** Without a length in its header, the answer was not complete when it began to be sent. */
  private Path download(ServerProcess server, String parameters) throws IOException {
    URI uri = server.base().resolve("iiif/3/scroll.tif/" + parameters);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    Path file = folder.resolve("download");
    try (InputStream in = connection.getInputStream()) {
      assertEquals(200, connection.getResponseCode());
      assertEquals(-1, connection.getContentLengthLong());
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static void assertScroll(Path file, int width, double tolerance) throws IOException {
    int left = width == Scroll.WIDTH ? 0 : 1000;
    BufferedImage picture = everySixteenth(file, width);
    double sum = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int expected = Scroll.gray(left + x * STEP, y * STEP);
        sum += Math.abs(picture.getRaster().getSample(x, y, 0) - expected);
      }
    }
    double mean = sum / picture.getWidth() / picture.getHeight();
    assertTrue(mean <= tolerance, () -> mean + " levels off");
  }

  private static BufferedImage everySixteenth(Path file, int width) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ImageInputStream stream = ImageIO.createImageInputStream(in)) {
      ImageReader reader = ImageIO.getImageReaders(stream).next();
      reader.setInput(stream);
      assertEquals(width, reader.getWidth(0));
      assertEquals(Scroll.HEIGHT, reader.getHeight(0));
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(STEP, STEP, 0, 0);
      try {
        return reader.read(0, param);
      } finally {
        reader.dispose();
      }
    }
  }
}
