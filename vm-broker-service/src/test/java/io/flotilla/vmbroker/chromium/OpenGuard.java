package io.flotilla.vmbroker.chromium;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A proxy that lets everything through, for tests of the browser rather than of the guard; leads agents to their port. */
final class OpenGuard implements AutoCloseable {
    private final ServerSocket server;
    private final int agentPort;

    OpenGuard(int agentPort) throws IOException {
        this.agentPort = agentPort;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            var words = head.substring(0, head.indexOf("\r\n")).split(" ");
            if (words[0].equals("CONNECT")) {
                var authority = words[1].split(":");
                try (var target = connect(authority[0], Integer.parseInt(authority[1]))) {
                    client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    pipe(client, target);
                }
            } else {
                var uri = URI.create(words[1]);
                var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
                var rest = head.substring(head.indexOf("\r\n")).replaceAll("(?i)\r\n(proxy-)?connection: [^\r]*", "");
                try (var target = connect(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort())) {
                    var request = words[0] + " " + path + " HTTP/1.1\r\nConnection: close" + rest;
                    target.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                    pipe(client, target);
                }
            }
        } catch (IOException | RuntimeException e) {
            // the browser sees a broken connection
        }
    }

    private Socket connect(String host, int port) throws IOException {
        if (host.equals("agent.flotilla.internal")) {
            return new Socket(InetAddress.getLoopbackAddress(), agentPort);
        }
        return new Socket(host.endsWith(".test") ? "127.0.0.1" : host, port);
    }

    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static void pipe(Socket client, Socket target) throws IOException {
        Thread.ofVirtual().start(() -> {
            try {
                client.getInputStream().transferTo(target.getOutputStream());
                target.shutdownOutput();
            } catch (IOException e) {
                // one side hung up
            }
        });
        target.getInputStream().transferTo(client.getOutputStream());
    }
}
