package org.sise.bench.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The least that can be asked of two tables over HTTP: who is this business, and what is its colour. Keeps nothing. */
final class BareEndpoint implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc;
    private final HttpServer server;

    BareEndpoint(String url, String user, String password) throws IOException {
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(CONNECTIONS);
        jdbc = JdbcClient.create(pool);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sign = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int at = sign.indexOf("/B1/") + 4;
        String code = sign.substring(at, at + 18);
        String status = jdbc.sql("select status, region from ledger.business where code = :code")
                .param("code", code)
                .query((row, _) -> row.getString("status") + " " + row.getString("region"))
                .single();
        int colour = jdbc.sql("select colour from ledger.standing where subject = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
        byte[] body =
                "{\"status\": \"%s\", \"colour\": %d}".formatted(status, colour).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        pool.close();
    }
}
