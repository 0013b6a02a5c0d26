package org.casaba.delegate;

import java.util.Optional;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.MetaIdentifierSyntax;

/**
 * Tells what the identifiers stand for that clients write, and how to write what one is to ask for.
 * Thread-safe.
 */
public interface MetaIdentifiers {

  /** Takes everything for the identifier of a first page in full size. */
  MetaIdentifiers PLAIN =
      new MetaIdentifiers() {
        @Override
        public Optional<MetaIdentifier> deserialize(String written) {
          return Optional.of(MetaIdentifier.of(new Identifier(written)));
        }

        @Override
        public String serialize(MetaIdentifier image) {
          return image.identifier().value();
        }
      };

  /** Stands in for rules that are to be asked, but are not there: knows nothing. */
  MetaIdentifiers MISSING =
      new MetaIdentifiers() {
        @Override
        public Optional<MetaIdentifier> deserialize(String written) throws DelegateException {
          throw none();
        }

        @Override
        public String serialize(MetaIdentifier image) throws DelegateException {
          throw none();
        }

        private static DelegateException none() {
          return new DelegateException.Failed(
              "meta_identifier.transformer is delegate, but there is no delegate");
        }
      };

  /**
   * What a client has named; nothing if there can be no such image.
   *
   * @param written percent-decoded, not empty
   */
  Optional<MetaIdentifier> deserialize(String written) throws DelegateException;

  /** Writes what {@link #deserialize} understands as that, without percent-encoding. */
  String serialize(MetaIdentifier image) throws DelegateException;

  /** Those that the syntax can tell. */
  static MetaIdentifiers standard(MetaIdentifierSyntax syntax) {
    return new MetaIdentifiers() {
      @Override
      public Optional<MetaIdentifier> deserialize(String written) {
        return Optional.of(syntax.parse(written));
      }

      @Override
      public String serialize(MetaIdentifier image) {
        return syntax.print(image);
      }
    };
  }

  /**
   * Those that the settings choose.
   *
   * @param rules asked if the settings say so
   */
  static MetaIdentifiers of(MetaIdentifierSettings settings, MetaIdentifiers rules) {
    return switch (settings.transformer()) {
      case STANDARD -> standard(new MetaIdentifierSyntax(settings.delimiter()));
      case DELEGATE -> rules;
      case NONE -> PLAIN;
    };
  }
}
