package org.casaba.codec.metadata;

/**
 * A field of a TIFF or EXIF directory as it is stored.
 *
 * @param type as TIFF numbers them
 * @param count of values
 * @param values in little-endian order
 */
@SuppressWarnings("ArrayRecordComponent") // fields are copied, never compared
public record StoredField(int tag, int type, long count, byte[] values) {}
