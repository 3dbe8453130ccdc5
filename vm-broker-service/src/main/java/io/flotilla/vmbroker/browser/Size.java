package io.flotilla.vmbroker.browser;

/** Width and height of a picture in px, both even (encoders halve the chroma). */
public record Size(int width, int height) {
    public Size {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("odd or empty size: " + width + "x" + height);
        }
    }

    public int area() {
        return width * height;
    }
}
