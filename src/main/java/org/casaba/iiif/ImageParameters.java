package org.casaba.iiif;

/** The last four segments of an image request's path, percent-decoded but not understood yet. */
public record ImageParameters(
    String region, String size, String rotation, String qualityAndFormat) {}
