package org.casaba.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets pages of other hosts read every answer, errors and redirects too (Image API 3.0 section
 * 7.1).
 */
public final class CorsFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    allow((HttpServletResponse) response);
    chain.doFilter(request, response);
  }

  static void allow(HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    // Rules may ask for any header of theirs. The asterisk is never taken to mean Authorization.
    response.setHeader("Access-Control-Allow-Headers", "*, Authorization");
    response.setHeader(
        "Access-Control-Expose-Headers",
        "Content-Disposition, Content-Length, ETag, Last-Modified, Link, Location");
    response.setHeader("Access-Control-Max-Age", "86400");
  }
}
