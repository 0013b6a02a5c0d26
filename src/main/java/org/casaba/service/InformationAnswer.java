package org.casaba.service;

import java.time.Instant;
import java.util.Map;
import org.casaba.delegate.Access;
import org.casaba.info.ImageInformation;

/** What an information request is answered with. */
public sealed interface InformationAnswer {

  /**
   * What info.json is to say.
   *
   * @param extraKeys what the delegate adds, by key
   * @param lastModified when it last may have changed
   * @param varies whether another caller may be told something else
   */
  record Information(
      ImageInformation information,
      Map<String, Object> extraKeys,
      Instant lastModified,
      boolean varies)
      implements InformationAnswer {}

  /**
   * The delegate's rules do not give it.
   *
   * @param varies whether another caller may be told something else
   */
  record Withheld(Access.Withheld decision, boolean varies) implements InformationAnswer, Finding {}

  /** Whether there is such an image, for this caller. */
  sealed interface Finding permits Withheld, There {}

  /**
   * There is.
   *
   * @param varies whether another caller may be told something else
   */
  record There(boolean varies) implements Finding {}
}
