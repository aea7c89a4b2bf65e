package io.shedwatch.server.access;

import io.shedwatch.server.http.HttpAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a user is; each role may do what the ones before it may. Residents have no user. */
public enum Role {
  STAFF(HttpAccess.STAFF),
  OFFICER(HttpAccess.OFFICER),
  ADMIN(HttpAccess.ADMIN);

  private final String word;

  Role(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
  }

  /** The words of this role and of all below it, as routes ask for them. */
  List<String> words() {
    return Arrays.stream(values())
        .filter(role -> role.compareTo(this) <= 0)
        .map(Role::word)
        .toList();
  }
}
