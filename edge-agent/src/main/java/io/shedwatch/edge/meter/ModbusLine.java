package io.shedwatch.edge.meter;

import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import com.ghgande.j2mod.modbus.io.ModbusTransaction;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.msg.WriteCoilResponse;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import java.io.IOException;

/**
 * One connection to Modbus devices, used by one thread. Each request is sent once and waits for at
 * most the port's timeout; retrying is the bus's business. After a {@link Silent} the line is
 * closed by its user, so that a late answer is never taken for the answer to the next request.
 */
final class ModbusLine implements AutoCloseable {
  /** No usable answer: none in time, none that fits the request, or a broken connection. */
  static final class Silent extends IOException {
    private static final long serialVersionUID = 1;

    Silent(String what, Throwable cause) {
      super(what, cause);
    }
  }

  /** The device answered, with a refusal; the line is fine. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String what, Throwable cause) {
      super(what, cause);
    }
  }

  private final ModbusTransaction transaction;
  private final Runnable closing;

  /**
   * A connected line.
   *
   * @param transaction of the connection; its retries are switched off here
   * @param closing ends the connection
   */
  ModbusLine(ModbusTransaction transaction, Runnable closing) {
    this.transaction = transaction;
    this.closing = closing;
    transaction.setRetries(1);
    transaction.setCheckingValidity(true);
  }

  /**
   * Reads registers.
   *
   * @param function 3 or 4
   * @return {@code count} unsigned 16-bit words
   */
  int[] registers(int unit, int function, int address, int count) throws IOException {
    ModbusRequest request =
        function == Modbus.READ_INPUT_REGISTERS
            ? new ReadInputRegistersRequest(address, count)
            : new ReadMultipleRegistersRequest(address, count);
    ModbusResponse response = ask(unit, request);
    InputRegister[] registers = new InputRegister[0];
    if (response instanceof ReadInputRegistersResponse input && function == 4) {
      registers = input.getRegisters();
    } else if (response instanceof ReadMultipleRegistersResponse holding && function == 3) {
      registers = holding.getRegisters();
    }
    if (registers.length != count) {
      throw misfit(unit, response);
    }
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = registers[i].toUnsignedShort();
    }
    return words;
  }

  /**
   * Reads one bit.
   *
   * @param function 1: a coil, 2: a discrete input
   */
  boolean bit(int unit, int function, int address) throws IOException {
    if (function == Modbus.READ_COILS) {
      ModbusResponse response = ask(unit, new ReadCoilsRequest(address, 1));
      if (response instanceof ReadCoilsResponse coils) {
        return coils.getCoilStatus(0);
      }
      throw misfit(unit, response);
    }
    ModbusResponse response = ask(unit, new ReadInputDiscretesRequest(address, 1));
    if (response instanceof ReadInputDiscretesResponse inputs) {
      return inputs.getDiscreteStatus(0);
    }
    throw misfit(unit, response);
  }

  /** Writes one coil (function 5). */
  void writeCoil(int unit, int address, boolean on) throws IOException {
    ModbusResponse response = ask(unit, new WriteCoilRequest(address, on));
    if (!(response instanceof WriteCoilResponse written) || written.getCoil() != on) {
      throw misfit(unit, response);
    }
  }

  private ModbusResponse ask(int unit, ModbusRequest request) throws IOException {
    request.setUnitID(unit);
    transaction.setRequest(request);
    try {
      transaction.execute();
    } catch (ModbusSlaveException e) {
      throw new Refused("unit " + unit + " refused: exception " + e.getType(), e);
    } catch (ModbusException | RuntimeException e) {
      // Garbage makes the library stumble in its own ways; all of them mean the same here.
      throw new Silent("unit " + unit + ": " + e.getMessage(), e);
    }
    ModbusResponse response = transaction.getResponse();
    if (response.getUnitID() != unit) {
      throw misfit(unit, response);
    }
    return response;
  }

  private static Silent misfit(int unit, ModbusResponse response) {
    return new Silent(
        "unit " + unit + " answered something else: " + response.getHexMessage(),
        new IllegalStateException("misfit"));
  }

  @Override
  public void close() {
    closing.run();
  }
}
