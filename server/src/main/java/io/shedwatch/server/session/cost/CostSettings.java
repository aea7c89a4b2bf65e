package io.shedwatch.server.session.cost;

import io.shedwatch.server.settings.Setting;
import java.math.BigDecimal;
import java.util.Optional;

/** What the residents' page says of money; nothing is billed by it. */
public record CostSettings(
    @Setting(
            key = "TARIFF_YUAN_PER_KWH",
            unit = "yuan/kWh",
            max = 20,
            says =
                "Price of energy at the sheds; without it residents are not told what a charge"
                    + " costs.")
        Optional<BigDecimal> tariffYuanPerKilowattHour,
    @Setting(
            key = "SERVICE_FEE_YUAN_PER_KWH",
            byDefault = "0",
            unit = "yuan/kWh",
            max = 20,
            says = "Service fee on top of that price.")
        BigDecimal serviceFeeYuanPerKilowattHour,
    @Setting(
            key = "TARIFF_SOURCE",
            says = "Where these prices are published, shown beside them: `小区公示栏 2026-11-01`.")
        Optional<String> tariffSource,
    @Setting(
            key = "FINE_FROM_YUAN",
            byDefault = "50",
            min = 0,
            max = 100_000,
            unit = "yuan",
            says = "Least fine for charging by a fly-line.")
        int fineFromYuan,
    @Setting(
            key = "FINE_TO_YUAN",
            byDefault = "200",
            min = 0,
            max = 100_000,
            unit = "yuan",
            says = "Highest fine; 0: residents are told of no fine.")
        int fineToYuan,
    @Setting(
            key = "FINE_SOURCE",
            byDefault = "《上海市非机动车安全管理条例》",
            says =
                "The rule that sets the fine, shown beside it; elsewhere than in Shanghai another.")
        String fineSource) {
  public CostSettings {
    if (fineFromYuan > fineToYuan && fineToYuan > 0) {
      throw new IllegalArgumentException(
          "SHEDWATCH_FINE_FROM_YUAN: must be at most SHEDWATCH_FINE_TO_YUAN");
    }
  }
}
