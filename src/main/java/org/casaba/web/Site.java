package org.casaba.web;

import java.util.List;
import org.casaba.info.InformationJson;
import org.casaba.metrics.HealthCheck;
import org.casaba.metrics.Metrics;
import org.casaba.service.ImageService;
import org.casaba.service.InformationService;

/**
 * What the servlets serve under one configuration.
 *
 * @param checks asked by {@code /health}
 * @param pages for the landing page
 */
public record Site(
    WebSettings settings,
    PublicUri publicUri,
    ClientAddress clientAddress,
    ImageService images,
    InformationService information,
    InformationJson json,
    Metrics metrics,
    List<HealthCheck> checks,
    PageSettings pages) {
  public Site {
    checks = List.copyOf(checks);
  }
}
