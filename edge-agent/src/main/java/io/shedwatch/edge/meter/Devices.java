package io.shedwatch.edge.meter;

import io.shedwatch.contract.Limits;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ScaledTime;
import io.shedwatch.edge.settings.BusConfig;
import io.shedwatch.edge.settings.ContactConfig;
import io.shedwatch.edge.settings.ContactsConfig;
import io.shedwatch.edge.settings.MapConfig;
import io.shedwatch.edge.settings.MeterConfig;
import io.shedwatch.edge.settings.RegisterConfig;
import io.shedwatch.edge.settings.RelayConfig;
import io.shedwatch.edge.settings.ShedConfig;
import io.shedwatch.edge.settings.SocketConfig;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The devices of one shed, as the settings name them. Nothing is asked before {@link #start}. */
public final class Devices implements AutoCloseable {
  private final ShedConfig config;
  private final Map<String, MapConfig> maps;
  private final InstantSource clock;
  private final ScaledTime scale;
  private final Runnable fresh;
  private final Map<String, ModbusBus> buses = new LinkedHashMap<>();
  private final List<WiredSocket> sockets = new ArrayList<>();
  private final ContactSource contacts;

  /**
   * Makes the devices; connects to none.
   *
   * @param maps the settings' own register maps
   * @param fresh called on any thread when a device has something new
   * @throws IOException when a trace cannot be read, with a sentence for the installer
   */
  public Devices(
      ShedConfig config,
      Map<String, MapConfig> maps,
      InstantSource clock,
      ScaledTime scale,
      Runnable fresh)
      throws IOException {
    this.config = config;
    this.maps = maps;
    this.clock = clock;
    this.scale = scale;
    this.fresh = fresh;
    for (SocketConfig socket : config.sockets()) {
      sockets.add(wire(socket));
    }
    this.contacts = contacts(config.contacts());
  }

  /** In the order of the settings. */
  public List<WiredSocket> sockets() {
    return List.copyOf(sockets);
  }

  /** The contacts of the shed itself. */
  public ContactSource contacts() {
    return contacts;
  }

  /** Sockets whose meter is too coarse to tell a full battery from nothing, without plug sensor. */
  public List<Integer> freeIsProbableOnly() {
    Limits limits = config.limits().limits();
    return config.sockets().stream()
        .filter(socket -> socket.contacts().plug().isEmpty())
        .filter(socket -> socket.meter().resolutionWatts() > limits.removedWatts())
        .map(SocketConfig::socket)
        .toList();
  }

  /** Begins to ask. */
  public void start() {
    buses.values().forEach(ModbusBus::start);
  }

  @Override
  public void close() {
    buses.values().forEach(ModbusBus::close);
  }

  private WiredSocket wire(SocketConfig socket) throws IOException {
    Meter meter;
    Relay relay = socket.relay().map(this::relay).orElse(AbsentRelay.INSTANCE);
    if (socket.meter().replay().isPresent()) {
      SimulatedRelay simulated = new SimulatedRelay(RelayPosition.CLOSED);
      relay = simulated;
      meter = new ReplayMeter(FileTrace.read(socket.meter().replay().get()), simulated, clock);
    } else {
      meter = modbusMeter(socket.meter());
    }
    ContactSource own = contacts(socket.contacts());
    Meter contacted = own == ContactSource.NONE ? meter : new ContactedMeter(meter, own);
    return new WiredSocket(socket.socket(), contacted, relay);
  }

  private Meter modbusMeter(MeterConfig meter) {
    String name = meter.map().orElseThrow();
    RegisterMap map =
        Optional.ofNullable(maps.get(name))
            .map(Devices::registerMap)
            .or(() -> RegisterMap.named(name))
            .orElseThrow();
    return new ModbusMeter(bus(meter.bus().orElseThrow(), "meters"), meter.unit(), map, fresh);
  }

  private Relay relay(RelayConfig relay) {
    boolean input = relay.positionInput().isPresent();
    ModbusRelay.Wiring wiring =
        new ModbusRelay.Wiring(
            relay.unit(),
            relay.coil(),
            relay.closedValue(),
            input ? 2 : 1,
            relay.positionInput().orElse(relay.coil()));
    return new ModbusRelay(bus(relay.bus(), "relays"), wiring, fresh);
  }

  private ContactSource contacts(ContactsConfig names) {
    Optional<ModbusContact> smoke = names.smoke().map(this::contact);
    Optional<ModbusContact> residual = names.residualCurrent().map(this::contact);
    Optional<ModbusContact> plug = names.plug().map(this::contact);
    Optional<ModbusContact> fault = names.fault().map(this::contact);
    Optional<ModbusContact> reset = names.reset().map(this::contact);
    boolean none =
        smoke.or(() -> residual).or(() -> plug).or(() -> fault).or(() -> reset).isEmpty();
    if (none) {
      return ContactSource.NONE;
    }
    return () ->
        new Contacts(state(smoke), state(residual), state(plug), state(fault), state(reset));
  }

  private ModbusContact contact(ContactConfig contact) {
    return new ModbusContact(
        bus(contact.bus(), "meters"),
        new ModbusContact.Wiring(
            contact.unit(), contact.function(), contact.address(), contact.onValue()),
        fresh);
  }

  private static Contact state(Optional<ModbusContact> contact) {
    return contact.map(ModbusContact::contact).orElse(Contact.UNKNOWN);
  }

  /** The connection for one purpose; both share one where the settings say so. */
  private ModbusBus bus(String name, String purpose) {
    BusConfig bus = Optional.ofNullable(config.buses().get(name)).orElseThrow();
    boolean apart = bus.kind() == BusConfig.Kind.TCP && bus.connections() == 2;
    String key = apart ? name + "-" + purpose : name;
    return buses.computeIfAbsent(
        key, unused -> new ModbusBus(port(bus), config.shed() + "-" + key, clock, scale));
  }

  private static ModbusPort port(BusConfig bus) {
    if (bus.kind() == BusConfig.Kind.TCP) {
      return new ModbusTcpPort(bus.host().orElseThrow(), bus.port(), bus.timeoutMillis());
    }
    return new ModbusRtuPort(
        bus.device().orElseThrow(),
        bus.baud(),
        bus.parity().name().toLowerCase(Locale.ROOT),
        bus.stopBits(),
        bus.timeoutMillis());
  }

  private static RegisterMap registerMap(MapConfig map) {
    Map<RegisterMap.Quantity, Register> registers = new EnumMap<>(RegisterMap.Quantity.class);
    put(registers, RegisterMap.Quantity.VOLTS, map.volts());
    put(registers, RegisterMap.Quantity.AMPERES, map.amperes());
    put(registers, RegisterMap.Quantity.WATTS, map.watts());
    put(registers, RegisterMap.Quantity.WATT_HOURS, map.wattHours());
    put(registers, RegisterMap.Quantity.CELSIUS, map.celsius());
    return new RegisterMap(registers);
  }

  private static void put(
      Map<RegisterMap.Quantity, Register> registers,
      RegisterMap.Quantity quantity,
      Optional<RegisterConfig> given) {
    given.ifPresent(
        register ->
            registers.put(
                quantity,
                new Register(
                    register.function(),
                    register.address(),
                    Register.Type.valueOf(register.type().name()),
                    register.words() == RegisterConfig.Order.LOW_FIRST,
                    register.scale())));
  }
}
