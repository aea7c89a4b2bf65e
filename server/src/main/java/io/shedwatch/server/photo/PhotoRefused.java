package io.shedwatch.server.photo;

/** Why an upload is no photo of ours. */
public enum PhotoRefused {
  TOO_LARGE("A photo has at most 5 MB."),
  /** By its first bytes, whatever its name or its header say. */
  NOT_A_PHOTO("A photo is a JPEG, PNG or WebP file."),
  TOO_MANY_PIXELS("A photo has at most 25 million pixels."),
  UNREADABLE("The photo is damaged, or of a kind that this server cannot draw.");

  private final String says;

  PhotoRefused(String says) {
    this.says = says;
  }

  /** One sentence for a person. */
  public String says() {
    return says;
  }
}
