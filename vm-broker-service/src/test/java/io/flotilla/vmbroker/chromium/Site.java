package io.flotilla.vmbroker.chromium;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The pages the tests look at; what a page sees it reports to {@code /log}. */
final class Site implements AutoCloseable {
    /** Before its first paint a browser gives a page no clicks; nobody can aim at what is not there. */
    private static final String PAINTED = "<script>requestAnimationFrame(() => requestAnimationFrame(() =>"
            + " setTimeout(() => fetch('/log?painted'), 20)))</script>";

    private static final Map<String, String> PAGES = Map.of(
            "/still",
            "<title>still</title><h1>All is still</h1>",
            "/moving",
            "<title>moving</title><h1 id=h></h1><script>let n = 0; const step = () => { h.textContent = ++n;"
                    + " h.style.marginLeft = n % 300 + 'px'; requestAnimationFrame(step) }; step()</script>",
            "/tone",
            "<title>tone</title><script>const c = new AudioContext(); const o = c.createOscillator();"
                    + " o.connect(c.destination); o.start()</script>",
            "/late-tone",
            "<title>late tone</title><script>setTimeout(() => { const c = new AudioContext();"
                    + " const o = c.createOscillator(); o.connect(c.destination); o.start();"
                    + " fetch('/log?sounds') }, 5000)</script>",
            "/field",
            """
                    <title>field</title><body style="margin:0"><textarea id=t autofocus style="width:100vw;height:100vh"></textarea>
                    <script>
                      const log = (text) => fetch('/log?' + encodeURIComponent(text));
                      t.oninput = () => log('text=' + t.value);
                      onkeyup = (e) => log('up=' + e.key);
                      onmousedown = (e) => log('down=' + e.clientX + ',' + e.clientY + ',' + e.button);
                      onload = () => { t.focus(); log('inner=' + innerWidth + 'x' + innerHeight); };
                      onresize = () => log('inner=' + innerWidth + 'x' + innerHeight);
                    </script>""",
            "/list",
            """
                    <title>list</title><body style="margin:0"><select id=s style="width:300px;height:60px;font-size:30px">
                    <option>one<option>two<option>three<option>four</select>
                    <a href="#" style="position:fixed;bottom:0;left:0;width:100%;height:50%;display:block">link</a>
                    <script>s.onchange = () => fetch('/log?chosen=' + s.value)</script>""");

    final List<String> log = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Site() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/log")) {
                log.add(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
            }
            var page = PAGES.get(path);
            var body = page == null ? new byte[0] : (page + PAINTED).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
