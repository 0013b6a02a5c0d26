package org.casaba.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casaba.delegate.MetaIdentifiers;
import org.casaba.info.InformationJson;
import org.casaba.metrics.HealthCheck;
import org.casaba.metrics.Metrics;
import org.casaba.service.ImageService;
import org.casaba.service.InformationService;
import org.casaba.service.Purging;
import org.jspecify.annotations.Nullable;

/**
 * What the servlets serve under one configuration.
 *
 * @param told what of {@code metrics} is told, and whom
 * @param checks asked by {@code /health}
 * @param pages for the landing page
 * @param admin who may see the administrators' pages
 * @param purging what they do to what has been kept
 * @param desk where they try out the rules; nothing if there are none
 * @param particulars for their status page
 */
public record Site(
    WebSettings settings,
    PublicUri publicUri,
    ClientAddress clientAddress,
    MetaIdentifiers metaIdentifiers,
    ImageService images,
    InformationService information,
    InformationJson json,
    Metrics metrics,
    MetricsSettings told,
    List<HealthCheck> checks,
    PageSettings pages,
    AdminSettings admin,
    Purging purging,
    Optional<DelegateDesk> desk,
    Particulars particulars) {
  public Site {
    checks = List.copyOf(checks);
  }

  /**
   * When an answer has last changed; null if that is not known, as rules may change it any time.
   */
  @Nullable Instant dated(Instant lastModified) {
    return desk.isPresent() ? null : lastModified;
  }

  ImageNames names() {
    return new ImageNames(metaIdentifiers, settings.slashSubstitute());
  }
}
