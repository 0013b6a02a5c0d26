package org.casaba.launch.tomcat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets no cache keep the errors that Tomcat answers by itself, as the application's are not. */
final class KeptByNobody extends ValveBase {
  private static final int FIRST_ERROR = 400;

  KeptByNobody() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (response.getStatus() >= FIRST_ERROR
        && !response.isCommitted()
        && response.getHeader("Cache-Control") == null) {
      response.setHeader("Cache-Control", "no-store");
    }
  }
}
