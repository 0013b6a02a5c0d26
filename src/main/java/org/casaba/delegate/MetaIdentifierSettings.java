package org.casaba.delegate;

import org.casaba.iiif.MetaIdentifierSyntax;

/**
 * How pages and reduced sizes are named.
 *
 * @param transformer {@code meta_identifier.transformer}
 * @param delimiter {@code meta_identifier.delimiter}: what the standard transformer expects in
 *     front of a page and a fraction
 */
public record MetaIdentifierSettings(Transformer transformer, String delimiter) {

  /** Who tells what a client's identifier stands for. */
  public enum Transformer {
    /** {@link MetaIdentifierSyntax}. */
    STANDARD,
    /** The institution's own rules. */
    DELEGATE,
    /** Nobody: each identifier is that of a first page in full size. */
    NONE
  }

  public MetaIdentifierSettings {
    new MetaIdentifierSyntax(delimiter);
  }
}
