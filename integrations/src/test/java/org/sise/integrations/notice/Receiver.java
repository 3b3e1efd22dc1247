package org.sise.integrations.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A department's server that answers as told, and the requests it got. */
final class Receiver implements AutoCloseable {

    static final String KEY = "the department's key";

    /** A request as it came. */
    record Got(String key, String body, boolean signed, int answered) {}

    /** An answer; status 0 cuts the connection, -1 never answers. */
    record Answer(int status, String body, Map<String, String> headers) {
        static Answer of(int status) {
            return new Answer(status, "", Map.of());
        }
    }

    private final List<Got> got = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private Answer usual = Answer.of(204);
    private HttpServer server;
    private final int port;

    Receiver() throws IOException {
        server = start(0);
        port = server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/notices";
    }

    /** What comes next is answered so, one after the other; then as usual. */
    synchronized void next(Answer... next) {
        answers.addAll(List.of(next));
    }

    synchronized void usually(Answer answer) {
        usual = answer;
    }

    void down() {
        server.stop(0);
    }

    void up() throws IOException {
        server = start(port);
    }

    synchronized List<Got> got() {
        return List.copyOf(got);
    }

    /** The bodies that were taken, each key once, in the order in which they first came. */
    synchronized List<String> effects() {
        List<String> keys = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (Got one : got) {
            if (one.answered() / 100 == 2 && !keys.contains(one.key())) {
                keys.add(one.key());
                bodies.add(one.body());
            }
        }
        return bodies;
    }

    private HttpServer start(int at) throws IOException {
        HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        fresh.createContext("/", this::answer);
        fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        fresh.start();
        return fresh;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer;
        synchronized (this) {
            answer = answers.isEmpty() ? usual : answers.poll();
            String timestamp = exchange.getRequestHeaders().getFirst("Sise-Timestamp");
            String signature = exchange.getRequestHeaders().getFirst("Sise-Signature");
            got.add(new Got(
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    new String(body, StandardCharsets.UTF_8),
                    NoticeSignature.holds(signature, KEY, timestamp, body),
                    answer.status()));
        }
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        if (answer.status() < 0) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
