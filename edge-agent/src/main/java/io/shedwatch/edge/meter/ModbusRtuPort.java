package io.shedwatch.edge.meter;

import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.net.SerialConnection;
import com.ghgande.j2mod.modbus.util.SerialParameters;
import java.io.IOException;

/**
 * A serial line (RS-485) with Modbus RTU devices.
 *
 * @param device as in {@code /dev/ttyUSB0}
 * @param parity {@code none}, {@code even} or {@code odd}
 * @param timeoutMillis real milliseconds for each answer
 */
public record ModbusRtuPort(String device, int baud, String parity, int stopBits, int timeoutMillis)
    implements ModbusPort {
  private static final int DATA_BITS = 8;

  @Override
  public ModbusLine connect() throws IOException {
    SerialParameters parameters = new SerialParameters();
    parameters.setPortName(device);
    parameters.setBaudRate(baud);
    parameters.setParity(parity);
    parameters.setStopbits(stopBits);
    parameters.setDatabits(DATA_BITS);
    parameters.setEncoding(Modbus.SERIAL_ENCODING_RTU);
    parameters.setEcho(false);
    SerialConnection connection = new SerialConnection(parameters);
    connection.setTimeout(timeoutMillis);
    connection.open();
    return new ModbusLine(connection.getModbusTransport().createTransaction(), connection::close);
  }

  @Override
  public String name() {
    return device;
  }
}
