package io.shedwatch.server.export;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * The words of files that leave the house; the pages have their own catalogue with the same words.
 *
 * @param english otherwise Chinese
 */
record ExportWords(boolean english) {
  private static final List<String> COLUMNS_ZH =
      List.of(
          "事件编号", "发生时间", "级别", "类型", "车棚", "插座", "楼栋", "状态", "负责人", "去向", "处理方式", "期限", "确认时间",
          "确认人", "解决时间", "关闭时间", "处理结果");
  private static final List<String> COLUMNS_EN =
      List.of(
          "Incident",
          "Opened",
          "Severity",
          "Kind",
          "Shed",
          "Socket",
          "Building",
          "State",
          "Assigned to",
          "Party",
          "Way",
          "Due",
          "Acknowledged",
          "Acknowledged by",
          "Resolved",
          "Closed",
          "Solution");

  /** Chinese, English. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          entry("overcurrent", List.of("过流", "Overcurrent")),
          entry("overpower", List.of("功率超限", "Overpower")),
          entry("shed-overload", List.of("车棚总功率超限", "Shed overload")),
          entry("overtemperature", List.of("温度过高", "Overtemperature")),
          entry("residual-current", List.of("漏电", "Residual current")),
          entry("smoke", List.of("烟雾", "Smoke")),
          entry("undervoltage", List.of("欠压", "Undervoltage")),
          entry("overvoltage", List.of("过压", "Overvoltage")),
          entry("relay-welded", List.of("继电器粘连", "Relay welded")),
          entry("fuse-blown", List.of("熔断器熔断", "Fuse blown")),
          entry("meter-frozen", List.of("电表读数不变", "Meter frozen")),
          entry("meter-lost", List.of("电表失联", "Meter lost")),
          entry("shed-offline", List.of("车棚离线", "Shed offline")),
          entry("shed-twin", List.of("车棚设备重复", "Two agents for one shed")),
          entry("shared-socket", List.of("一座多充", "Several chargers on one socket")),
          entry("not-a-charger", List.of("非充电器负载", "Not a charger")),
          entry("long-charge", List.of("充电时间过长", "Long charge")),
          entry("idle-occupied", List.of("充满未移走", "Full and still occupied")),
          entry("fly-line-pressure", List.of("飞线压力", "Fly-line pressure")),
          entry("fly-line-reported", List.of("有人上报飞线", "Fly-line reported")),
          entry("fly-line", List.of("飞线充电", "Fly-line charging")),
          entry("fire", List.of("起火", "Fire")),
          entry("blocked-exit", List.of("堵塞通道", "Blocked exit")),
          entry("indoor-charging", List.of("入户充电", "Charging indoors")),
          entry("damage", List.of("设施损坏", "Damage")),
          entry("injury", List.of("人员受伤", "Injury")),
          entry("drill", List.of("演练", "Drill")),
          entry("command-unconfirmed", List.of("指令未确认", "Command unconfirmed")),
          entry("clock-skew", List.of("时钟偏差", "Clock skew")),
          entry("store-behind", List.of("数据存储滞后", "Store behind")),
          entry("messages-rejected", List.of("消息被拒收", "Messages rejected")),
          entry("lane-stopped", List.of("数据通道停止", "Lane stopped")),
          entry("latch-forgotten", List.of("断电锁定丢失", "Latch forgotten")),
          entry("critical", List.of("紧急", "Critical")),
          entry("major", List.of("重要", "Major")),
          entry("minor", List.of("一般", "Minor")),
          entry("open", List.of("未处理", "Open")),
          entry("acknowledged", List.of("已确认", "Acknowledged")),
          entry("resolved", List.of("已解决", "Resolved")),
          entry("closed", List.of("已关闭", "Closed")),
          entry("opened", List.of("立案", "Opened")),
          entry("joined", List.of("并入", "Joined")),
          entry("cleared", List.of("已恢复", "Cleared")),
          entry("notified", List.of("已通知", "Notified")),
          entry("assigned", List.of("已指派", "Assigned")),
          entry("commented", List.of("备注", "Comment")),
          entry("photographed", List.of("照片", "Photo")),
          entry("erased", List.of("已删除", "Erased")),
          entry("evidence", List.of("证据已封存", "Evidence frozen")),
          entry("reopened", List.of("重新打开", "Reopened")),
          entry("on-the-spot", List.of("当场解决", "On the spot")),
          entry("outside", List.of("移交外部", "Given outside")),
          entry("staff", List.of("物业", "Property staff")),
          entry("police", List.of("公安", "Police")),
          entry("fire-service", List.of("消防", "Fire service")),
          entry("lawyer", List.of("律师", "Lawyer")),
          entry("street-office", List.of("街道/居委", "Street office")),
          entry("contractor", List.of("维保单位", "Contractor")),
          entry("other", List.of("其他", "Other")),
          entry("edge", List.of("车棚设备", "shed agent")),
          entry("server", List.of("服务器", "server")));

  /** The heads of an export's columns. */
  List<String> columns() {
    return english ? COLUMNS_EN : COLUMNS_ZH;
  }

  /** What a word of ours is called; a word that this version does not know stays as it is. */
  String word(String word) {
    List<String> both = WORDS.get(word);
    return both == null ? word : both.get(english ? 1 : 0);
  }

  /** One of the two. */
  String of(String zh, String en) {
    return english ? en : zh;
  }
}
