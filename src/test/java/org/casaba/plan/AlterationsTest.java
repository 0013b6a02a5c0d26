package org.casaba.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AlterationsTest {
  private static final Overlay.Visible STANDARD =
      new Overlay.Image("all.png", Overlay.Placement.DEFAULT);
  private static final Overlay.Visible OWN =
      new Overlay.Image("own.png", Overlay.Placement.DEFAULT);

  private static Alterations laid(Overlay overlay) {
    return new Alterations(List.of(), overlay, null);
  }

  @Test
  void rulesHaveTheLastWordOnOverlays() {
    assertEquals(Optional.of(STANDARD), Alterations.NONE.decided(STANDARD).overlay());
    assertEquals(Optional.of(OWN), laid(OWN).decided(STANDARD).overlay());
    assertEquals(Optional.of(OWN), laid(OWN).decided(null).overlay());
    assertEquals(Alterations.NONE, laid(new Overlay.Nothing()).decided(STANDARD));
    assertEquals(Alterations.NONE, Alterations.NONE.decided(null));
  }

  @Test
  void wordsKeepPicturesApartThatPrintTheSame() {
    Alterations one = laid(text("a, lettering=Lettering[font=b", "c"));
    Alterations other = laid(text("a", "b, lettering=Lettering[font=c"));
    assertNotEquals(one.words(), other.words());
  }

  private static Overlay.Text text(String text, String font) {
    return new Overlay.Text(
        text, new Overlay.Lettering(font, 10, 10, 1, 0, 0, 0, 0, 0), Overlay.Placement.DEFAULT);
  }

  @Test
  void metadataIsBoundedAndPlain() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Alterations(List.of(), null, "x".repeat(Alterations.MAX_XMP_LENGTH + 1)));
    assertThrows(
        IllegalArgumentException.class, () -> new Alterations(List.of(), null, "a\u0000b"));
  }
}
