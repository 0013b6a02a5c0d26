package org.casaba.cache;

/**
 * A place where pictures are kept beyond the memory of this server, for those who look after it.
 *
 * @param name what it is
 * @param place a folder, or the address of a server
 * @param bytes that pictures take there; negative if nobody knows
 * @param most bytes that they may take
 * @param obstacle why it is not in use now, in words that follow the place; empty if it is
 */
public record Depot(String name, String place, long bytes, long most, String obstacle) {}
