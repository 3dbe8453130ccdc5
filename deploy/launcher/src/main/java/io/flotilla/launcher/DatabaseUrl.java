package io.flotilla.launcher;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A {@code postgres://user:password@host:port/database?options} URL, and what JDBC wants of it. */
record DatabaseUrl(String jdbcUrl, String username, String password) {
    static DatabaseUrl parse(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            // The cause would repeat the URL, and the URL holds a password.
            throw unreadable();
        }
        var scheme = uri.getScheme();
        if (scheme == null || !scheme.matches("postgres(ql)?") || uri.getHost() == null) {
            throw unreadable();
        }
        var userInfo = uri.getRawUserInfo() == null ? "postgres" : uri.getRawUserInfo();
        var colon = userInfo.indexOf(':');
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var database = uri.getRawPath() == null || uri.getRawPath().length() < 2 ? "/flotilla" : uri.getRawPath();
        var options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + database + options,
                decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                decoded(colon < 0 ? "" : userInfo.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return "DatabaseUrl[" + jdbcUrl + "]";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Trouble unreadable() {
        return new Trouble("DATABASE_URL cannot be read: write postgres://user:password@host:5432/flotilla.");
    }
}
