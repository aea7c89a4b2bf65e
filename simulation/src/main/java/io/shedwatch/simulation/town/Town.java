package io.shedwatch.simulation.town;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The town on its virtual clock. {@link #advance} lets people ride, come home, look for a socket,
 * plug in, fetch their bike, come back or run a wire; the sockets' meters are read in between. The
 * same map, habits and seed give the same town to the last watt. Each bike has chances of its own:
 * a relay that somebody opens changes the day of those who wanted that socket and of nobody else.
 * Not thread-safe.
 */
public final class Town {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final int MOST_RETRIES = 3;

  /** Who finds no free socket for the kettle after so many looks drinks cold water. */
  private static final int MOST_LOOKS = 40;

  private final TownMap map;
  private final Habits habits;
  private final Chance kettles;
  private final List<List<TownSocket>> sockets;
  private final List<List<Integer>> reach;
  private final List<Bike> bikes = new ArrayList<>();
  private final List<Truth> truth = new ArrayList<>();
  private final Agenda agenda = new Agenda();
  private long now;

  public Town(TownMap map, Habits habits, long seed, long startMillis) {
    this.map = map;
    this.habits = habits;
    Chance chance = new Chance(seed);
    this.now = startMillis;
    this.sockets =
        map.sheds().stream()
            .map(
                shed ->
                    IntStream.range(0, shed.sockets())
                        .mapToObj(socket -> new TownSocket(startMillis, chance.split()))
                        .toList())
            .toList();
    this.reach = map.houses().stream().map(map::shedsInReach).toList();
    this.kettles = chance.split();
    settle(chance);
    startDay(startOfDay(startMillis));
  }

  /** Lets time pass; samples taken later see what happened until then. */
  public void advance(long untilMillis) {
    agenda.runUntil(untilMillis);
    now = Math.max(now, untilMillis);
  }

  public long now() {
    return now;
  }

  public TownMap map() {
    return map;
  }

  /**
   * One socket's physics.
   *
   * @param shed index in the map's list
   * @param socket number from 1
   */
  public TownSocket socket(int shed, int socket) {
    return sockets.get(shed).get(socket - 1);
  }

  /** What happened so far, in the order of time. */
  public List<Truth> truth() {
    return List.copyOf(truth);
  }

  /** Somebody boils water at this socket now. */
  public void boilWater(long at, int shed, int socket) {
    Load kettle = Load.kettle(kettles.between(1_800, 2_200), kettles.between(120, 260));
    socket(shed, socket).plug(at, kettle);
    note(at, Truth.Kind.KETTLE, "", shed, socket);
    agenda.enter(
        at + 8 * MINUTE_MILLIS, () -> socket(shed, socket).unplug(at + 8 * MINUTE_MILLIS, kettle));
  }

  /** Somebody boils water now, at the first free socket of some that are looked at. */
  public void boilWaterSomewhere(long at) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      int shed = kettles.below(map.sheds().size());
      int socket = 1 + kettles.below(map.sheds().get(shed).sockets());
      if (!socket(shed, socket).occupied() && socket(shed, socket).relayClosed()) {
        boilWater(at, shed, socket);
        return;
      }
    }
  }

  private void settle(Chance chance) {
    for (int house = 0; house < map.houses().size(); house++) {
      double liking = Math.pow(habits.spread(), chance.between(-0.5, 0.5));
      double expected = map.houses().get(house).households() * habits.bikesPerHousehold() * liking;
      int count = (int) expected + (chance.happens(expected % 1) ? 1 : 0);
      for (int i = 0; i < count; i++) {
        double heavy = chance.happens(0.2) ? 2 : 0.75;
        bikes.add(
            new Bike(
                house,
                Pack.draw(chance),
                Math.min(0.8, Math.max(0.2, chance.normal(0.5, 0.15))),
                habits.dailyWattHours() * heavy,
                chance.between(0.4, 1),
                chance.split()));
      }
    }
  }

  private void startDay(long midnight) {
    for (Bike bike : bikes) {
      if (bike.chance.happens(habits.rideShare())) {
        long home = midnight + Math.round(homeMinute(bike.chance) * MINUTE_MILLIS);
        double wattHours = bike.dailyWattHours * bike.chance.between(0.5, 1.5);
        if (home >= now) {
          agenda.enter(home, () -> comeHome(home, bike, wattHours));
        }
      }
    }
    if (kettles.happens(habits.kettlesPerDay())) {
      long at =
          Math.max(now, midnight + Math.round(kettles.between(9 * 60, 20 * 60) * MINUTE_MILLIS));
      agenda.enter(at, () -> boilWaterSomewhere(at));
    }
    agenda.enter(midnight + DAY_MILLIS, () -> startDay(midnight + DAY_MILLIS));
  }

  /** Most come home around 18:40, some at noon, a few late: minutes after midnight. */
  private static double homeMinute(Chance chance) {
    double pick = chance.share();
    if (pick < 0.68) {
      return Math.min(1_380, chance.normal(18.7 * 60, 75));
    }
    return pick < 0.85 ? chance.normal(12.2 * 60, 50) : chance.between(9 * 60, 22.5 * 60);
  }

  private void comeHome(long at, Bike bike, double wattHours) {
    bike.ride(wattHours);
    if (bike.thirsty()) {
      seek(at, bike, 0);
    }
  }

  private void seek(long at, Bike bike, int retries) {
    List<Integer> sheds = new ArrayList<>(reach.get(bike.house));
    if (sheds.size() > 1 && bike.chance.happens(habits.notNearestShare())) {
      sheds.add(0, sheds.remove(1 + bike.chance.below(sheds.size() - 1)));
    }
    for (int shed : sheds) {
      List<TownSocket> here = sockets.get(shed);
      for (int i = 0; i < here.size(); i++) {
        if (!here.get(i).occupied() && here.get(i).relayClosed()) {
          plugIn(at, bike, shed, i + 1);
          return;
        }
      }
    }
    turnAway(at, bike, retries);
  }

  private void plugIn(long at, Bike bike, int shed, int socket) {
    TownSocket here = socket(shed, socket);
    Load charger = Load.charger(bike.pack, bike.stateOfCharge());
    here.plug(at, charger);
    note(at, Truth.Kind.PLUGGED_IN, building(bike), shed, socket);
    long full = at + fullAfterMillis(bike);
    long fetched = fetchedAt(full, bike.chance);
    if (bike.chance.happens(habits.stripShare())) {
      shareSocket(at, bike, shed, socket, fetched);
    }
    agenda.enter(fetched, () -> fetch(fetched, bike, charger, shed, socket));
  }

  private void shareSocket(long at, Bike bike, int shed, int socket, long fetched) {
    Load second = Load.charger(Pack.draw(bike.chance), bike.chance.between(0.2, 0.6));
    long plugged = at + Math.round(bike.chance.between(1, 6) * MINUTE_MILLIS);
    agenda.enter(
        plugged,
        () -> {
          socket(shed, socket).plug(plugged, second);
          note(plugged, Truth.Kind.SHARED_SOCKET, building(bike), shed, socket);
        });
    agenda.enter(fetched, () -> socket(shed, socket).unplug(fetched, second));
  }

  private static long fullAfterMillis(Bike bike) {
    return Math.round(bike.pack.from(bike.stateOfCharge()).secondsUntilBelow(15) * 1_000);
  }

  /** Some fetch their bike the same evening; the others when they leave in the morning. */
  private long fetchedAt(long full, Chance chance) {
    long midnight = startOfDay(full);
    long hour = (full - midnight) / 3_600_000;
    if (hour < 22 && chance.happens(habits.pickUpShare())) {
      return full + Math.round(chance.between(5, 90) * MINUTE_MILLIS);
    }
    long morning = hour < 6 ? midnight : midnight + DAY_MILLIS;
    double minute = Math.max(5.5 * 60, chance.normal(7.3 * 60, 45));
    return Math.max(full, morning + Math.round(minute * MINUTE_MILLIS));
  }

  private void fetch(long at, Bike bike, Load charger, int shed, int socket) {
    bike.charge(socket(shed, socket).unplug(at, charger));
    note(at, Truth.Kind.UNPLUGGED, building(bike), shed, socket);
  }

  private void turnAway(long at, Bike bike, int retries) {
    boolean counts = bike.turnedAway(at);
    note(at, counts ? Truth.Kind.TURNED_AWAY : Truth.Kind.RETRY_FAILED, building(bike), -1, 0);
    if (bike.chance.happens(habits.wireShare())) {
      note(at, Truth.Kind.FLY_LINE, building(bike), -1, 0);
      bike.chargeFully();
    } else if (retries < MOST_RETRIES && bike.chance.happens(habits.retryShare())) {
      long again = at + Math.round(bike.chance.between(20, 120) * MINUTE_MILLIS);
      agenda.enter(again, () -> seek(again, bike, retries + 1));
    }
  }

  private String building(Bike bike) {
    return map.houses().get(bike.house).building();
  }

  private void note(long at, Truth.Kind kind, String building, int shed, int socket) {
    String shedId = shed < 0 ? "" : map.sheds().get(shed).shed();
    truth.add(new Truth(at, kind, building, shedId, socket));
  }

  private long startOfDay(long at) {
    long offset = habits.utcOffsetMinutes() * MINUTE_MILLIS;
    return Math.floorDiv(at + offset, DAY_MILLIS) * DAY_MILLIS - offset;
  }
}
