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

/** A plain JPEG of 6 megapixels: what the first request costs, which indexes it, and others. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PlainJpegBlocks {
  private static final String TILE = "1024,1024,512,512/512,512/0/default.jpg";

  private static final String THUMBNAIL = "full/!200,200/0/default.jpg";

  private Workshop workshop;
  private Drawable tile;
  private Drawable thumbnail;

  @Setup
  public void open() throws Exception {
    workshop = new Workshop();
    DecodedImage image = workshop.open("harbour.jpg");
    tile = workshop.drawable(image, TILE);
    thumbnail = workshop.drawable(image, THUMBNAIL);
  }

  @Benchmark
  public int firstTile() throws Exception {
    try (DecodedImage image = workshop.open("harbour.jpg")) {
      return workshop.drawable(image, TILE).draw();
    }
  }

  @Benchmark
  public int firstThumbnail() throws Exception {
    try (DecodedImage image = workshop.open("harbour.jpg")) {
      return workshop.drawable(image, THUMBNAIL).draw();
    }
  }

  @Benchmark
  public int laterTile() throws IOException {
    return tile.draw();
  }

  @Benchmark
  public int laterThumbnail() throws IOException {
    return thumbnail.draw();
  }
}
