package org.casaba.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.MetaIdentifiers;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.MetaIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Tells by which names the source may have been asked for what somebody calls an image.
 *
 * @param metaIdentifiers what clients may write
 * @param lookup the rules that say where images are; null if identifiers do
 */
public record Whereabouts(MetaIdentifiers metaIdentifiers, @Nullable Delegate lookup) {
  /**
   * What was found out.
   *
   * @param problems why there may be more names, in sentences
   */
  record Names(SequencedSet<Identifier> all, List<String> problems) {}

  /**
   * The name itself; what a client means by it, since pages and scales are written into names; and
   * what the rules make of that, for a caller without headers and address.
   */
  Names of(Identifier named) {
    SequencedSet<Identifier> all = new LinkedHashSet<>();
    all.add(named);
    try {
      Optional<MetaIdentifier> meant = metaIdentifiers.deserialize(named.value());
      if (meant.isPresent()) {
        all.add(meant.get().identifier());
        located(meant.get()).ifPresent(all::add);
      }
      return new Names(all, List.of());
    } catch (DelegateException e) {
      return new Names(
          all,
          List.of(
              "The delegate script does not tell which file that is ("
                  + e.getMessage()
                  + "). Name the file's path."));
    }
  }

  private Optional<Identifier> located(MetaIdentifier image) throws DelegateException {
    if (lookup == null) {
      return Optional.empty();
    }
    RequestFacts.Caller nobody = new RequestFacts.Caller(null, Map.of());
    String address = address(image.identifier());
    Inquiry inquiry =
        lookup.inquiry(new RequestFacts(ApiVersion.V3, image, null, nobody, address, address));
    if (inquiry.admit() instanceof Access.Withheld) {
      throw new DelegateException.Failed("it refuses callers without headers and address");
    }
    return inquiry.locate();
  }

  private static String address(Identifier identifier) {
    String encoded = URLEncoder.encode(identifier.value(), StandardCharsets.UTF_8);
    return "http://localhost/iiif/3/" + encoded.replace("+", "%20") + "/info.json";
  }
}
