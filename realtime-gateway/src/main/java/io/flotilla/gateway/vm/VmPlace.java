package io.flotilla.gateway.vm;

import java.net.URI;

/**
 * Where a VM runs and how large its picture was at last.
 *
 * @param node base URL of the broker that holds it
 * @param width px
 * @param height px
 */
public record VmPlace(URI node, int width, int height) {}
