package org.casaba.benchmark.block;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.casaba.codec.DecodedImage;
import org.casaba.geometry.Rectangle;
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

/** What is done to pixels that are in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PixelBlocks {
  private Drawable jpeg;
  private Drawable png;
  private Drawable halved;
  private Drawable reduced;

  @Setup
  public void open() throws Exception {
    Workshop workshop = new Workshop();
    try (DecodedImage image = workshop.open("harbour.jpg")) {
      HeldImage tile = HeldImage.of(image, new Rectangle(1024, 1024, 256, 256));
      jpeg = workshop.drawable(tile, "full/max/0/default.jpg");
      png = workshop.drawable(tile, "full/max/0/default.png");
      HeldImage large = HeldImage.of(image, new Rectangle(800, 600, 1024, 1024));
      halved = workshop.decoding(large, "full/512,512/0/default.jpg");
      reduced = workshop.decoding(large, "full/300,300/0/default.jpg");
    }
  }

  @Benchmark
  public int encodeTileAsJpeg() throws IOException {
    return jpeg.draw();
  }

  @Benchmark
  public int filterAndDeflateTileAsPng() throws IOException {
    return png.draw();
  }

  @Benchmark
  public int resample1024To512() throws IOException {
    return halved.draw();
  }

  @Benchmark
  public int resample1024To300() throws IOException {
    return reduced.draw();
  }
}
