package io.flotilla.vmbroker.browser;

/** What viewers shall hear of a browser besides its picture; one record for each VM message of {@code contracts/media.md}. */
public sealed interface BrowserEvent {
    record SizeChanged(Size size) implements BrowserEvent {}

    record CursorShape(String css) implements BrowserEvent {}

    record CursorImage(String dataUrl, int hotX, int hotY) implements BrowserEvent {}

    record PageShown(String url, String title, boolean loading) implements BrowserEvent {}
}
