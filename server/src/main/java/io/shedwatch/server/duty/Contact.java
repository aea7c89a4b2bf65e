package io.shedwatch.server.duty;

/**
 * A person and how that person is reached; empty text where it is not known.
 *
 * @param contact its id
 */
public record Contact(String contact, String name, String phone, String email) {}
