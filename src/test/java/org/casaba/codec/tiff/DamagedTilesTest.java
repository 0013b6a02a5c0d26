package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.JpegPart;
import org.casaba.codec.JpegPart.Way;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Stored tiles that are damaged end in an exception for it or in a picture. */
final class DamagedTilesTest {
  @ParameterizedTest
  @FieldSource("org.casaba.codec.tiff.JpegTiles#KINDS")
  void damageIsDamage(JpegTiles like) throws IOException {
    JpegTiles kind = new JpegTiles(like.stream(), like.photometric(), false);
    List<byte[]> streams = kind.streams();
    Random random = new Random(7);
    int damaged = 0;
    for (int round = 0; round < 150; round++) {
      List<byte[]> broken = new ArrayList<>(streams);
      byte[] tile = streams.get(4).clone();
      for (int i = 0; i <= round % 4; i++) {
        tile[random.nextInt(tile.length)] ^= (byte) (1 << random.nextInt(8));
      }
      broken.set(4, round % 5 == 0 ? Arrays.copyOf(tile, random.nextInt(tile.length)) : tile);
      Orientation turn = Orientation.values()[round % 8];
      try (DecodedImage image = kind.open(broken)) {
        Optional<JpegPart> part =
            image.jpeg(0).orElseThrow().part(new Rectangle(32, 32, 64, 48), turn, false);
        if (part.isPresent()) {
          StoredParts.write(part.get(), StoredParts.OPTIONS);
        }
      } catch (DamagedImageException e) {
        damaged++;
      }
    }
    assertTrue(damaged > 10, "" + damaged);
  }

  @Test
  void whatIsCutOffIsDamaged() throws IOException {
    JpegTiles kind = JpegTiles.KINDS.getFirst();
    List<byte[]> streams = new ArrayList<>(kind.streams());
    byte[] tile = streams.get(4);
    streams.set(4, Arrays.copyOf(tile, tile.length - 300));
    try (DecodedImage image = kind.open(streams)) {
      JpegPart part = StoredParts.part(image, StoredParts.TILE, Orientation.UPRIGHT);
      assertEquals(Way.CROP, part.way());
      assertThrows(DamagedImageException.class, () -> StoredParts.write(part, StoredParts.OPTIONS));
    }
  }
}
