package io.shedwatch.server.wish.phone;

import io.shedwatch.server.notice.courier.Outcome;
import java.time.Instant;
import java.util.Optional;

/** Carries words to phones. */
public interface Messenger {
  /** What a browser needs so that it can be reached; empty where nobody is reached this way. */
  Optional<String> publicKey();

  /** Whether this is an address that words may be carried to; asks nobody. */
  boolean reaches(Phone phone);

  /**
   * Carries one word. May block for its time limit; never throws for what the network does. What is
   * refused will never be taken: the phone is gone.
   */
  Outcome tell(Word word, Phone phone, Instant now);

  /** Reaches nobody. */
  Messenger NONE =
      new Messenger() {
        @Override
        public Optional<String> publicKey() {
          return Optional.empty();
        }

        @Override
        public boolean reaches(Phone phone) {
          return false;
        }

        @Override
        public Outcome tell(Word word, Phone phone, Instant now) {
          return new Outcome.Refused("nobody is reached this way");
        }
      };
}
