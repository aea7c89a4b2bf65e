package io.shedwatch.edge.meter;

/** A meter, and the contacts of its socket, which other devices may show. */
final class ContactedMeter implements Meter {
  private final Meter meter;
  private final ContactSource contacts;

  ContactedMeter(Meter meter, ContactSource contacts) {
    this.meter = meter;
    this.contacts = contacts;
  }

  @Override
  public Sample sample() {
    return meter.sample().with(contacts.contacts());
  }
}
