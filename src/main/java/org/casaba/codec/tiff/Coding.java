package org.casaba.codec.tiff;

/**
 * How a page's samples become the bytes of its segments.
 *
 * @param layout of the bytes that are compressed; JPEG streams have their own
 * @param reversed whether the bits of each stored byte come lowest first: FillOrder 2
 * @param options T4Options or T6Options
 * @param jpeg what JPEG streams do not say themselves
 */
record Coding(
    Compression compression,
    SampleLayout layout,
    boolean reversed,
    long options,
    JpegContext jpeg) {}
