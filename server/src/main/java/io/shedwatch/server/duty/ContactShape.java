package io.shedwatch.server.duty;

import io.micronaut.serde.annotation.Serdeable;

/** A person in JSON; empty text where a way to reach them is not known. */
@Serdeable
record ContactShape(String contact, String name, String phone, String email) {
  static ContactShape of(Contact contact) {
    return new ContactShape(contact.contact(), contact.name(), contact.phone(), contact.email());
  }
}
