package io.shedwatch.server.notice;

final class NoticeDeskTest extends NoticeDeskLaws implements NoticeFlapLaws {
  @Override
  NoticeRig open() {
    return NoticeRig.inMemory();
  }
}
