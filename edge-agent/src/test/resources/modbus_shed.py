#!/usr/bin/python3
"""A shed of Modbus TCP devices for tests, served by pymodbus (Debian: python3-pymodbus 3.0).

Meters answer like an SDM120 or a PZEM-004T; relays are coils. What a meter shows is set over the
control port, or follows a recorded trace on the shared scaled clock. While the coil of a socket is
off, its meter shows no load.

  modbus_shed.py --port 1502 --control 1503 --plan plan.json [--clock START_MILLIS@FACTOR]
                 [--log FILE] [--served FILE]

plan.json:  {"meters": [{"unit": 1, "map": "sdm120", "relay": [20, 0],
                         "volts": 220, "amperes": 0, "watts": 0,
                         "trace": {"file": "x.csv", "time": "time_local", "watts": "power_w",
                                   "amperes": "current_rms_a", "where": {"socket": "rad_battery_1"}}}],
             "relays": [{"unit": 20, "coils": 8}]}

Control port, one line each, answered by "ok" or "error ...":
  set UNIT watts=104 volts=221.5      silent UNIT on|off      garbage UNIT on|off
  coil UNIT ADDRESS on|off            hang up                 (drops every Modbus connection)

--log has one line for each write of a coil by a client:  REAL_MILLIS UNIT ADDRESS on|off
--served has one line for each answer of a meter:  SCALED_MILLIS UNIT WATTS WATT_HOURS
"""
import argparse
import asyncio
import csv
import json
import struct
import sys
import time
import types
from datetime import datetime, timezone

for missing in ("serial", "serial_asyncio"):
    # pymodbus imports them for serial lines, which are not served here.
    try:
        __import__(missing)
    except ImportError:
        module = types.ModuleType(missing)
        module.create_serial_connection = None
        sys.modules[missing] = module

from pymodbus.datastore import ModbusServerContext  # noqa: E402
from pymodbus.exceptions import NoSuchSlaveException  # noqa: E402
from pymodbus.server.async_io import ModbusTcpServer  # noqa: E402


class Clock:
    """Scaled milliseconds, as every process computes them from the same setting."""

    def __init__(self, setting):
        start, factor = (setting or "0@1").split("@")
        self.start, self.factor = int(start), float(factor)

    def millis(self):
        real = time.time() * 1000
        return real if self.factor == 1 else self.start + (real - self.start) * self.factor


class Trace:
    """Rows of a CSV file; linear between them, the last one for ever."""

    def __init__(self, spec):
        rows = [r for r in csv.DictReader(open(spec["file"], encoding="utf-8"))
                if all(r[k] == v for k, v in spec.get("where", {}).items())]
        first = self.seconds(rows[0][spec["time"]])
        self.times = [self.seconds(r[spec["time"]]) - first for r in rows]
        self.columns = {q: [float(r[spec[q]]) for r in rows]
                        for q in ("volts", "amperes", "watts") if q in spec}

    @staticmethod
    def seconds(text):
        try:
            return float(text)
        except ValueError:
            return datetime.fromisoformat(text).replace(tzinfo=timezone.utc).timestamp()

    def at(self, seconds):
        low, high = 0, len(self.times) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.times[middle] <= seconds else (low, middle - 1)
        if low == len(self.times) - 1:
            return {q: values[-1] for q, values in self.columns.items()}
        part = max(0.0, (seconds - self.times[low]) / (self.times[low + 1] - self.times[low]))
        return {q: v[low] + part * (v[low + 1] - v[low]) for q, v in self.columns.items()}


class Relays:
    """A board of coils."""

    def __init__(self, unit, coils, log):
        self.unit, self.on, self.log = unit, [True] * coils, log

    def validate(self, function, address, count=1):
        return function in (1, 2, 5, 15) and address + count <= len(self.on)

    def getValues(self, function, address, count=1):
        return self.on[address:address + count]

    def setValues(self, function, address, values):
        for offset, value in enumerate(values):
            self.on[address + offset] = bool(value)
            word = "on" if value else "off"
            self.log.write(f"{int(time.time() * 1000)} {self.unit} {address + offset} {word}\n")
            self.log.flush()


class Meter:
    """One meter: its registers are made at the moment of asking."""

    def __init__(self, spec, shed):
        self.shed, self.unit, self.map = shed, spec["unit"], spec["map"]
        self.set = {q: float(spec.get(q, 0)) for q in ("volts", "amperes", "watts")}
        self.set["volts"] = self.set["volts"] or 220.0
        self.relay = spec.get("relay")
        self.trace = Trace(spec["trace"]) if "trace" in spec else None
        self.watt_hours, self.last = 0.0, None

    def now(self):
        at = self.shed.clock.millis()
        shown = dict(self.set)
        if self.trace:
            shown.update(self.trace.at((at - self.shed.started) / 1000))
        if self.relay and not self.shed.units[self.relay[0]].on[self.relay[1]]:
            shown["watts"] = shown["amperes"] = 0.0
        if self.last:
            then, watts = self.last
            self.watt_hours += (watts + shown["watts"]) / 2 * (at - then) / 3_600_000
        self.last = (at, shown["watts"])
        return at, shown

    def validate(self, function, address, count=1):
        return function == 4 and address + count <= 0x60

    def getValues(self, function, address, count=1):
        at, shown = self.now()
        if self.shed.served and address == 0:
            self.shed.served.write(
                f"{int(at)} {self.unit} {shown['watts']:.4f} {self.watt_hours:.6f}\n")
        words = [0] * 0x60
        if self.map == "sdm120":
            for place, value in ((0x00, shown["volts"]), (0x06, shown["amperes"]),
                                 (0x0C, shown["watts"]), (0x48, self.watt_hours / 1000)):
                words[place:place + 2] = struct.unpack(">HH", struct.pack(">f", value))
        else:  # PZEM-004T: low word first
            words[0] = round(shown["volts"] * 10)
            for place, value in ((1, shown["amperes"] * 1000), (3, shown["watts"] * 10),
                                 (5, self.watt_hours)):
                words[place:place + 2] = (round(value) & 0xFFFF, round(value) >> 16)
        return words[address:address + count]


class Shed(ModbusServerContext):
    """All devices, those that say nothing, and those that say nonsense."""

    def __init__(self, plan, args):
        self.clock = Clock(args.clock)
        self.started = self.clock.millis()
        self.served = open(args.served, "w", encoding="utf-8", buffering=1) if args.served else None
        log = open(args.log, "w", encoding="utf-8") if args.log else sys.stdout
        self.units = {r["unit"]: Relays(r["unit"], r["coils"], log)
                      for r in plan.get("relays", [])}
        self.units.update({m["unit"]: Meter(m, self) for m in plan.get("meters", [])})
        self.silent, self.garbage = set(), set()
        super().__init__(slaves=self.units, single=False)

    def __getitem__(self, unit):
        if unit in self.silent:
            raise NoSuchSlaveException(f"unit {unit} is silent")
        return super().__getitem__(unit)

    def manipulate(self, response):
        if response.unit_id in self.garbage:
            return b"\x13\x37\x00\x00\xff\xff\x99garbage" * 3, True
        return response, False


def control(shed, server, line):
    words = line.split()
    if words[:2] == ["hang", "up"]:
        for connection in list(server.active_connections.values()):
            connection.transport.close()
        return
    unit = int(words[1])
    if words[0] == "set":
        for change in words[2:]:
            quantity, value = change.split("=")
            shed.units[unit].set[quantity] = float(value)
    elif words[0] in ("silent", "garbage"):
        getattr(shed, words[0]).__getattribute__("add" if words[2] == "on" else "discard")(unit)
    elif words[0] == "coil":
        shed.units[unit].on[int(words[2])] = words[3] == "on"
    else:
        raise ValueError(f"unknown: {line}")


async def main():
    parser = argparse.ArgumentParser()
    for name in ("--port", "--control", "--plan", "--clock", "--log", "--served"):
        parser.add_argument(name)
    args = parser.parse_args()
    with open(args.plan, encoding="utf-8") as plan:
        shed = Shed(json.load(plan), args)
    server = ModbusTcpServer(
        shed, address=("127.0.0.1", int(args.port)), allow_reuse_address=True,
        ignore_missing_slaves=True, response_manipulator=shed.manipulate)

    async def talk(reader, writer):
        while line := (await reader.readline()).decode():
            try:
                control(shed, server, line)
                writer.write(b"ok\n")
            except (ValueError, KeyError, IndexError) as mistake:
                writer.write(f"error {mistake!r}\n".encode())
            await writer.drain()

    await asyncio.start_server(talk, "127.0.0.1", int(args.control))
    await server.serve_forever()


asyncio.run(main())
