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
            says =
                "Where these prices are published, shown beside them: `小区公示栏 2026-11-01`; in two"
                    + " languages as `中文 / English`, like the other sources.")
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
            byDefault =
                "《上海市非机动车安全管理条例》 / Shanghai's regulations on the safety of non-motor vehicles",
            says =
                "The rule that sets the fine, shown beside it; elsewhere than in Shanghai another.")
        String fineSource,
    @Setting(
            key = "FIRES_COUNT",
            byDefault = "10051",
            min = 0,
            max = 10_000_000,
            says = "Fires of e-bikes that residents are told of; 0: of none.")
        int fires,
    @Setting(
            key = "FIRES_DEATHS",
            byDefault = "35",
            min = 0,
            max = 1_000_000,
            says = "Deaths in these fires.")
        int fireDeaths,
    @Setting(
            key = "FIRES_SOURCE",
            byDefault =
                "全国，2024 年 1 月 1 日至 5 月 20 日，国家消防救援局 / in China, 1 January to 20 May 2024,"
                    + " National Fire and Rescue Administration",
            says = "Where and when, and who counted them, shown beside them.")
        String firesSource) {
  public CostSettings {
    if (fineFromYuan > fineToYuan && fineToYuan > 0) {
      throw new IllegalArgumentException(
          "SHEDWATCH_FINE_FROM_YUAN: must be at most SHEDWATCH_FINE_TO_YUAN");
    }
  }
}
