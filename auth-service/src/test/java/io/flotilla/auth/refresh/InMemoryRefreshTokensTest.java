package io.flotilla.auth.refresh;

class InMemoryRefreshTokensTest extends RefreshTokensContract {
    private final RefreshTokens tokens = new InMemoryRefreshTokens();

    @Override
    RefreshTokens tokens() {
        return tokens;
    }
}
