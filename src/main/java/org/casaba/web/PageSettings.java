package org.casaba.web;

import java.util.List;

/**
 * What the landing page says of this server.
 *
 * @param version of Casaba
 * @param configured whether somebody has named a source of images; if not, the page says how to
 * @param samples what the page shows, the first one large; empty where the samples are not served
 */
public record PageSettings(String version, boolean configured, List<SampleImage> samples) {
  public PageSettings {
    samples = List.copyOf(samples);
  }
}
