package io.shedwatch.server.alert;

import java.util.Optional;

/**
 * What a person did about an alert.
 *
 * @param event acknowledged, assigned, commented, shelved or unshelved
 * @param at epoch milliseconds
 * @param remark digest of what the person wrote, see {@link JdbcRemarks}
 * @param once whether a second deed of this kind on the same alert is the same deed
 */
public record Deed(String event, String who, long at, Optional<String> remark, boolean once) {}
