package io.shedwatch.server.notice;

import static java.util.Map.entry;

import io.shedwatch.server.alert.Severity;
import java.util.Map;

/** The words of alerts in messages; the pages have their own catalogue with the same words. */
final class NoticeWords {
  /** Chinese, English. */
  private record Two(String zh, String en) {
    String in(Language language) {
      return language.of(zh, en);
    }
  }

  private static final Map<String, Two> NAMES =
      Map.ofEntries(
          entry("overcurrent", new Two("过流", "Overcurrent")),
          entry("overpower", new Two("功率超限", "Overpower")),
          entry("shed-overload", new Two("车棚总功率超限", "Shed overload")),
          entry("overtemperature", new Two("温度过高", "Overtemperature")),
          entry("residual-current", new Two("漏电", "Residual current")),
          entry("smoke", new Two("烟雾", "Smoke")),
          entry("undervoltage", new Two("欠压", "Undervoltage")),
          entry("overvoltage", new Two("过压", "Overvoltage")),
          entry("relay-welded", new Two("继电器粘连", "Relay welded")),
          entry("fuse-blown", new Two("熔断器熔断", "Fuse blown")),
          entry("meter-frozen", new Two("电表读数不变", "Meter frozen")),
          entry("meter-lost", new Two("电表失联", "Meter lost")),
          entry("other", new Two("其他报警", "Other alarm")),
          entry("hardware", new Two("硬件报警", "Hardware alarm")),
          entry("shed-offline", new Two("车棚离线", "Shed offline")),
          entry("shed-twin", new Two("车棚设备重复", "Two agents for one shed")),
          entry("shared-socket", new Two("一座多充", "Several chargers on one socket")),
          entry("not-a-charger", new Two("非充电器负载", "Not a charger")),
          entry("long-charge", new Two("充电时间过长", "Long charge")),
          entry("idle-occupied", new Two("充满未移走", "Full and still occupied")),
          entry("fly-line-pressure", new Two("飞线压力", "Fly-line pressure")),
          entry("fly-line-reported", new Two("有人上报飞线", "Fly-line reported")),
          entry("command-unconfirmed", new Two("指令未确认", "Command unconfirmed")),
          entry("clock-skew", new Two("时钟偏差", "Clock skew")),
          entry("store-behind", new Two("数据存储滞后", "Store behind")),
          entry("messages-rejected", new Two("消息被拒收", "Messages rejected")),
          entry("lane-stopped", new Two("数据通道停止", "Lane stopped")));

  /** What to do first, for those that leave no time to look it up. */
  private static final Map<String, Two> FIRST =
      Map.ofEntries(
          entry(
              "smoke",
              new Two(
                  "立即派人到场；见明火或浓烟先拨 119，再断总闸。",
                  "Send somebody now; fire or thick smoke: call 119 first, then switch off at the"
                      + " board.")),
          entry(
              "residual-current",
              new Two(
                  "勿触碰车辆和插座，先到配电箱断电。", "Touch neither bike nor socket; switch off at the board.")),
          entry(
              "overcurrent",
              new Two(
                  "到场检查该插座和充电器，查明前勿复位。",
                  "Look at the socket and the charger; do not reset before the cause is found.")),
          entry(
              "overtemperature",
              new Two("到场查看，勿触碰，必要时断电。", "Go and look, touch nothing, cut the power if in doubt.")),
          entry(
              "relay-welded",
              new Two("遥控断不开，请到配电箱断电。", "It cannot be cut from afar: switch off at the board.")),
          entry("not-a-charger", new Two("到场拔除非充电器负载。", "Go and unplug what is not a charger.")),
          entry("shed-offline", new Two("检查车棚供电和网络。", "Check power and network of the shed.")),
          entry(
              "fly-line-pressure",
              new Two(
                  "引导居民去最近的空位，移走充满的车，按时段巡查。",
                  "Send people to the nearest free shed, have full bikes moved, walk in the window"
                      + " given.")),
          entry(
              "fly-line-reported",
              new Two(
                  "到楼下核实，劝导并拆除飞线。",
                  "Go and see; talk to the resident and have the lead removed.")));

  private static final Map<String, String> UNITS =
      Map.of(
          "overcurrent", "A",
          "overpower", "W",
          "not-a-charger", "W",
          "shared-socket", "W",
          "shed-overload", "W",
          "overtemperature", "°C",
          "residual-current", "mA",
          "undervoltage", "V",
          "overvoltage", "V");

  private NoticeWords() {}

  /** What it is: the kind where there are words for it, else the rule, else the word itself. */
  static String name(AlertFact alert, Language language) {
    Two two = NAMES.get(alert.kind());
    if (two == null) {
      two = NAMES.get(alert.rule());
    }
    return two == null ? alert.kind() : two.in(language);
  }

  /** What to do first; empty where that can wait until somebody looked. */
  static String first(AlertFact alert, Language language) {
    Two two = FIRST.containsKey(alert.kind()) ? FIRST.get(alert.kind()) : FIRST.get(alert.rule());
    return two == null ? "" : two.in(language);
  }

  /** The unit of measured and limit, with a blank before it; empty where unknown. */
  static String unit(AlertFact alert) {
    String unit = UNITS.get(alert.kind());
    return unit == null ? "" : " " + unit;
  }

  static String severity(Severity severity, Language language) {
    return switch (severity) {
      case CRITICAL -> language.of("紧急", "CRITICAL");
      case MAJOR -> language.of("重要", "MAJOR");
      case MINOR -> language.of("一般", "MINOR");
    };
  }
}
