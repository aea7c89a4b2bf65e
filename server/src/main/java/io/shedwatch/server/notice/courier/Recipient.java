package io.shedwatch.server.notice.courier;

/**
 * A person whom a letter shall reach. Empty text where it is not known.
 *
 * @param phone as a gateway or a robot takes it
 * @param email one address
 */
public record Recipient(String name, String phone, String email) {}
