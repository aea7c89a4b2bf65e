package io.shedwatch.contract;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The known fields of one kind of object, at most 31, in the order in which our writers put them.
 * Readers speak of a field by its index and of a set of fields by bits.
 *
 * <p>The order makes reading fast: the cursor first asks the parser whether the bytes of the next
 * field's name follow, which is cheaper than reading a name. Any other order is read as well.
 */
final class FieldTable {
  /** Behind an object's last field. */
  static final int END = -1;

  private static final int UNKNOWN = -2;

  private final SerializableString[] names;

  private FieldTable(Stream<String> names) {
    this.names = names.map(SerializedString::new).toArray(SerializedString[]::new);
  }

  static FieldTable of(String... names) {
    return new FieldTable(Arrays.stream(names));
  }

  /** The fields of a stamp, at the indexes that {@link StampReader} knows, and then those. */
  static FieldTable stamped(String... names) {
    return new FieldTable(Stream.concat(StampReader.FIELDS.stream(), Arrays.stream(names)));
  }

  int size() {
    return names.length;
  }

  SerializableString name(int index) {
    return names[index];
  }

  /** The index of the field, or one that {@link #isKnown} denies. */
  int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].getValue().equals(name)) {
        return i;
      }
    }
    return UNKNOWN;
  }

  static boolean isKnown(int index) {
    return index >= 0;
  }

  /** The bits of those fields. */
  int bits(String... wanted) {
    return List.of(wanted).stream().mapToInt(name -> 1 << indexOf(name)).sum();
  }

  /**
   * Refuses an object that lacks a field.
   *
   * @param seen the bits of the fields that came
   * @param required the bits of those that must
   */
  void require(int seen, int required) throws Refusal {
    int missing = required & ~seen;
    if (missing != 0) {
      throw Refusal.missing(names[Integer.numberOfTrailingZeros(missing)].getValue());
    }
  }
}
