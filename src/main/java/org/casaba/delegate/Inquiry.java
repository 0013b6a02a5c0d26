package org.casaba.delegate;

import java.util.Map;
import java.util.Optional;
import org.casaba.iiif.Identifier;
import org.casaba.plan.Limits;

/**
 * One request, put to the rules. Its questions are asked in the order in which they stand here, by
 * one thread at a time. Whatever goes wrong is an exception, and nothing is answered then.
 */
public interface Inquiry {

  /**
   * Whether the request may go on at all; asked before the source is opened. Caps that it grants
   * hold beside those of the later questions.
   */
  Access admit() throws DelegateException;

  /** What the source is to open; nothing if there is no such image. */
  Optional<Identifier> locate() throws DelegateException;

  /** Whether, and with what changes, the picture may be had; image requests only. */
  Access permit(KnownImage image) throws DelegateException;

  /** What info.json is to say; information requests only. */
  Description describe(KnownImage image) throws DelegateException;

  /**
   * Whether anything that has been answered so far may have been different for another caller, so
   * that no shared cache may keep it.
   */
  boolean personal();

  /**
   * What the rules add to an info.json.
   *
   * @param caps what this caller may ask for at most
   * @param extraKeys plain values of JSON (maps, lists, strings, numbers, booleans) by key
   */
  record Description(Limits caps, Map<String, Object> extraKeys) {}
}
