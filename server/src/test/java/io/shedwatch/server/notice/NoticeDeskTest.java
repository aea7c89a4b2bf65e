package io.shedwatch.server.notice;

final class NoticeDeskTest extends NoticeDeskLaws {
  @Override
  NoticeRig open() {
    return NoticeRig.inMemory();
  }
}
