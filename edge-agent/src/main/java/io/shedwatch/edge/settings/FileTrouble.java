package io.shedwatch.edge.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file, in words for the installer instead of the name of an exception. */
public final class FileTrouble {
  private FileTrouble() {}

  /** As in {@code /etc/shedwatch/edge.yml does not exist}; names the file where the cause does. */
  public static String says(IOException e) {
    if (e instanceof FileSystemException trouble) {
      return trouble.getFile() + " " + what(trouble);
    }
    if (e instanceof CharacterCodingException) {
      return "is not text in UTF-8";
    }
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  static String what(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "is closed to the user of this process";
    }
    if (e instanceof FileSystemException trouble && trouble.getReason() != null) {
      return "cannot be used: " + trouble.getReason();
    }
    return e instanceof FileSystemException ? "is of the wrong kind" : says(e);
  }
}
