package io.shedwatch.edge.meter;

/**
 * The dry contacts of one socket, or of a whole shed.
 *
 * @param smoke a smoke detector's
 * @param residualCurrent tripped contact of a residual-current device
 * @param plug a plug is in; decides what is free where there is one
 * @param fault collective fault of the device
 * @param reset a push button beside the socket, for somebody who stands there
 */
public record Contacts(
    Contact smoke, Contact residualCurrent, Contact plug, Contact fault, Contact reset) {
  public static final Contacts NONE =
      new Contacts(
          Contact.UNKNOWN, Contact.UNKNOWN, Contact.UNKNOWN, Contact.UNKNOWN, Contact.UNKNOWN);

  /** Whether a contact that tells of danger is wired and does not answer. */
  public boolean deaf() {
    return smoke == Contact.SILENT || residualCurrent == Contact.SILENT;
  }

  public Contacts withPlug(Contact newPlug) {
    return new Contacts(smoke, residualCurrent, newPlug, fault, reset);
  }

  public Contacts withSmoke(Contact newSmoke) {
    return new Contacts(newSmoke, residualCurrent, plug, fault, reset);
  }
}
