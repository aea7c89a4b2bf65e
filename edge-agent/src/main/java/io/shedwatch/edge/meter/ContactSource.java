package io.shedwatch.edge.meter;

/** The contacts of a shed itself: its smoke detector, its residual-current device, its button. */
public interface ContactSource {
  /** A shed that has none. */
  ContactSource NONE = () -> Contacts.NONE;

  /** As they were last read; {@code SILENT} where they cannot be read. Returns at once. */
  Contacts contacts();
}
