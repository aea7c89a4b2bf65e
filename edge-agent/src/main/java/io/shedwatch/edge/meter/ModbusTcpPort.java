package io.shedwatch.edge.meter;

import com.ghgande.j2mod.modbus.io.ModbusTCPTransaction;
import com.ghgande.j2mod.modbus.net.TCPMasterConnection;
import java.io.IOException;
import java.net.InetAddress;

/**
 * A Modbus TCP device or gateway.
 *
 * @param timeoutMillis real milliseconds for the connection and for each answer
 */
public record ModbusTcpPort(String host, int port, int timeoutMillis) implements ModbusPort {
  @Override
  public ModbusLine connect() throws IOException {
    TCPMasterConnection connection = new TCPMasterConnection(InetAddress.getByName(host));
    connection.setPort(port);
    connection.setTimeout(timeoutMillis);
    // The library's probe by urgent data confuses small devices; a broken line shows by itself.
    connection.setUseUrgentData(false);
    try {
      connection.connect();
    } catch (Exception e) { // The library declares no narrower one.
      connection.close();
      throw new IOException(name() + ": " + e.getMessage(), e);
    }
    ModbusTCPTransaction transaction = new ModbusTCPTransaction(connection);
    transaction.setReconnecting(false);
    return new ModbusLine(transaction, connection::close);
  }

  @Override
  public String name() {
    return host + ":" + port;
  }
}
