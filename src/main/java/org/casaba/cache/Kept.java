package org.casaba.cache;

/**
 * A picture that is kept.
 *
 * @param since when it was made, in milliseconds from 1970
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Kept(long since, byte[] picture) {}
