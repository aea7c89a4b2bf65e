package io.shedwatch.server.access;

import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.settings.Setting;
import java.util.Optional;

/** Who gets in, and for how long. */
public record AccessSettings(
    @Setting(
            key = "ADMIN_PASSWORD",
            says =
                "Password of the user admin, taken at the first start only; without it the first"
                    + " start makes one up and prints it once.")
        Optional<Secret> adminPassword,
    @Setting(
            key = "LOGIN_HOURS",
            byDefault = "168",
            min = 1,
            max = 8_760,
            unit = "h",
            says = "A login ends when it was not used for this long.")
        int loginHours,
    @Setting(
            key = "PASSWORD_COST",
            byDefault = "12",
            min = 10,
            max = 15,
            says = "bcrypt cost of new passwords; one more doubles the time of a guess.")
        int passwordCost) {}
