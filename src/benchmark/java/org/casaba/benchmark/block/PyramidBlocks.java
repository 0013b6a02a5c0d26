package org.casaba.benchmark.block;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.casaba.codec.DecodedImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parts of a pyramidal TIFF with JPEG tiles of 256 pixels. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PyramidBlocks {
  private static final String TILE = "512,512,256,256/256,256/0/default.jpg";

  private Workshop workshop;
  private Drawable copied;
  private Drawable cropped;
  private Drawable turned;
  private Drawable joined;
  private Drawable decoded;
  private Drawable resized;

  @Setup
  public void open() throws Exception {
    workshop = new Workshop();
    DecodedImage image = workshop.open("island.tif");
    copied = workshop.drawable(image, TILE);
    cropped = workshop.drawable(image, "11776,7936,224,64/224,64/0/default.jpg");
    turned = workshop.drawable(image, "512,512,256,256/256,256/90/default.jpg");
    joined = workshop.drawable(image, "512,512,512,512/512,512/0/default.jpg");
    decoded = workshop.decoding(image, TILE);
    resized = workshop.drawable(image, "1000,1000,1500,1500/500,500/0/default.jpg");
  }

  @Benchmark
  public int openTiff() throws IOException {
    try (DecodedImage image = workshop.open("island.tif")) {
      return image.facts().levels().size();
    }
  }

  @Benchmark
  public int copyTile() throws IOException {
    return copied.draw();
  }

  @Benchmark
  public int cropTileAtTheEdge() throws IOException {
    return cropped.draw();
  }

  @Benchmark
  public int turnTile() throws IOException {
    return turned.draw();
  }

  @Benchmark
  public int joinFourTiles() throws IOException {
    return joined.draw();
  }

  @Benchmark
  public int decodeTile() throws IOException {
    return decoded.draw();
  }

  @Benchmark
  public int resizeRegion() throws IOException {
    return resized.draw();
  }
}
