package org.casaba.service;

import org.casaba.delegate.Access;
import org.casaba.iiif.ImageRequest;

/** What an image request is answered with. */
public sealed interface ImageAnswer permits Picture, ImageAnswer.Elsewhere, ImageAnswer.Withheld {

  /** The same image is to be asked for in these words. */
  record Elsewhere(ImageRequest request) implements ImageAnswer {}

  /** The delegate's rules do not give it. */
  record Withheld(Access.Withheld decision) implements ImageAnswer {}
}
