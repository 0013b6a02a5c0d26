package org.casaba.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.jpeg.JpegFile;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Files made of blocks of other files. */
final class SpliceTest {
  private static final Dimensions SIZE = new Dimensions(160, 96);
  private static final FileHead JFIF = new FileHead(false, List.of(), null);

  static final List<JpegFile> FILES =
      List.of(
          JpegFile.of(2, 2, 1, 1, 1, 1),
          JpegFile.of(2, 2, 1, 1, 1, 1).restarting(7),
          JpegFile.of(2, 1, 1, 1, 1, 1).restarting(4),
          JpegFile.of(1, 1, 1, 1, 1, 1));

  private static byte[] file(JpegFile kind) throws IOException {
    return kind.write(JpegFile.waves(SIZE.width(), SIZE.height(), PixelLayout.RGB));
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void wholeFileKeepsItsData(JpegFile kind) throws IOException {
    byte[] file = file(new JpegFile(kind.factors(), 0, false));
    byte[] again = spliced(source(file(kind)), SIZE, 0, 0);
    int data = (int) JpegHeader.read(JpegBytes.of(file), JpegTables.NONE).firstScan().data();
    assertArrayEquals(
        Arrays.copyOfRange(file, data, file.length),
        Arrays.copyOfRange(again, again.length - file.length + data, again.length));
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void scanCanBeEnteredAnywhere(JpegFile kind) throws IOException {
    byte[] file = file(kind);
    McuSource source = source(file);
    Dimensions part = new Dimensions(48, 32);
    int interval = kind.restartInterval();
    for (int step : interval > 0 ? new int[] {interval, 2 * interval} : new int[] {1, 3, 7}) {
      List<McuStart> starts = starts(file);
      JpegHeader header = JpegHeader.read(JpegBytes.of(file), JpegTables.NONE);
      McuSource entered =
          McuSource.of(JpegBytes.of(file), header, mcu -> starts.get(mcu - mcu % step));
      assertArrayEquals(spliced(source, part, 2, 1), spliced(entered, part, 2, 1), kind::toString);
    }
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void turnsGoBack(JpegFile kind) throws IOException {
    byte[] file = file(new JpegFile(kind.factors(), 0, false));
    byte[] upright = laid(file, Orientation.UPRIGHT);
    assertArrayEquals(spliced(source(file), SIZE, 0, 0), upright);
    for (Orientation turn : Orientation.values()) {
      assertArrayEquals(upright, laid(laid(file, turn), turn.inverse()), turn::toString);
    }
  }

  @Test
  void missingTableIsDamage() throws IOException {
    byte[] file = JpegFile.without(file(FILES.getFirst()), Set.of(JpegFile.DHT));
    McuSource source = source(file);
    assertEquals(
        "a Huffman table of the JPEG is missing or wrong",
        assertThrows(DamagedJpegException.class, () -> spliced(source, SIZE, 0, 0)).getMessage());
  }

  private static McuSource source(byte[] file) throws IOException {
    JpegBytes bytes = JpegBytes.of(file);
    return McuSource.of(bytes, JpegHeader.read(bytes, JpegTables.NONE));
  }

  private static byte[] spliced(McuSource source, Dimensions size, int column, int row)
      throws IOException {
    return written(Splice.of(mosaic(source, size, column, row)).orElseThrow());
  }

  private static byte[] laid(byte[] file, Orientation turn) throws IOException {
    McuSource source = source(file);
    Mosaic mosaic = mosaic(source, source.frame().size(), 0, 0);
    return written(Splice.laid(mosaic, turn, false).orElseThrow());
  }

  private static Mosaic mosaic(McuSource source, Dimensions size, int column, int row) {
    int width = 8 * source.frame().maxHorizontal();
    int height = 8 * source.frame().maxVertical();
    McuArea area = new McuArea(column, row, size.width() / width, size.height() / height);
    return new Mosaic(List.of(List.of(new Mosaic.Piece(source, area))), size);
  }

  private static byte[] written(Splice splice) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    splice.write(JFIF, out);
    return out.toByteArray();
  }

  /** Where each MCU begins; with restart markers only of those behind them. */
  private static List<McuStart> starts(byte[] file) throws IOException {
    List<JpegInput> inputs = new ArrayList<>();
    JpegBytes watched =
        position -> {
          inputs.add(JpegBytes.of(file).from(position));
          return inputs.getLast();
        };
    JpegHeader header = JpegHeader.read(JpegBytes.of(file), JpegTables.NONE);
    McuReader reader = new McuReader(McuSource.of(watched, header));
    McuLayout layout = McuLayout.of(header.firstScan().scan(), header.frame());
    int interval = header.firstScan().restartInterval();
    Integer[] predictors = {0, 0, 0};
    List<McuStart> starts = new ArrayList<>();
    for (int mcu = 0; mcu < layout.columns() * layout.rows(); mcu++) {
      reader.seek(mcu % layout.columns(), mcu / layout.columns());
      int position = (int) inputs.getLast().position();
      int left = reader.bits().count;
      if (interval > 0 && mcu > 0 && mcu % interval == 0) {
        while (!Marker.isRestart(file[position - 1] & 0xFF) || file[position - 2] != (byte) 0xFF) {
          position++;
        }
        left = 0;
        Arrays.fill(predictors, 0);
      }
      for (int i = 0; i < (left + 7) / 8; i++) {
        position -= file[position - 1] == 0 && file[position - 2] == (byte) 0xFF ? 2 : 1;
      }
      int bit = -left & 7;
      starts.add(new McuStart(mcu, position, bit, List.of(predictors)));
      reader.read(
          1,
          (_, block, decoder) -> {
            predictors[layout.blocks().get(block).component()] = decoder.nextDc();
            decoder.skipAc();
          });
    }
    assertTrue(starts.size() > 20);
    return starts;
  }
}
