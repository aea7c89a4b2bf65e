package io.shedwatch.server.readings;

import io.shedwatch.contract.SiteId;

final class InMemoryReadingStoreTest extends ReadingStoreContract {
  @Override
  ReadingStore open(SiteId site) {
    return new InMemoryReadingStore(RETENTION);
  }
}
