package org.casaba.service;

import org.casaba.delegate.Access;
import org.casaba.iiif.ImageRequest;

/** What an image request is answered with. */
public sealed interface ImageAnswer permits Picture, ImageAnswer.Elsewhere, ImageAnswer.Withheld {

  /**
   * The same image is to be asked for in these words.
   *
   * @param varies whether another caller may be told something else
   */
  record Elsewhere(ImageRequest request, boolean varies) implements ImageAnswer {}

  /**
   * The delegate's rules do not give it.
   *
   * @param varies whether another caller may be told something else
   */
  record Withheld(Access.Withheld decision, boolean varies) implements ImageAnswer {}
}
