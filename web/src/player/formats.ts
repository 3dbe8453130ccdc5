import type { Format } from "./messages";

const CODEC: Record<"h264" | "vp8", string> = { h264: "avc1.42e01f", vp8: "vp8" };

/**
 * What this browser decodes, best first. WebCodecs exists only in secure contexts, so a page on plain HTTP in a home
 * network ends up with JPEG pictures. `unplayable` holds codecs that claimed to work and then did not.
 */
export async function playableFormats(unplayable: ReadonlySet<string>): Promise<Format[]> {
  const formats: Format[] = [];
  for (const format of ["h264", "vp8"] as const) {
    if (!unplayable.has(format) && (await decodes(CODEC[format]))) formats.push(format);
  }
  return [...formats, "jpeg"];
}

async function decodes(codec: string): Promise<boolean> {
  if (typeof VideoDecoder === "undefined" || !isSecureContext) return false;
  try {
    return (await VideoDecoder.isConfigSupported({ codec, optimizeForLatency: true })).supported === true;
  } catch {
    return false;
  }
}

export function formatOf(codec: string): Format {
  return codec.startsWith("avc1") ? "h264" : "vp8";
}
