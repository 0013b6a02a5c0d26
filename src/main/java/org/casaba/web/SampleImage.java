package org.casaba.web;

import org.casaba.iiif.Format;
import org.casaba.iiif.Identifier;

/**
 * An image that the landing page shows.
 *
 * @param format what to show it in: {@code PNG} where there is transparency
 */
public record SampleImage(Identifier identifier, String title, String description, Format format) {}
