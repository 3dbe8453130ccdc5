const KEY = "flotilla.volume";

export interface Volume {
  readonly volume: number;
  readonly muted: boolean;
}

export function savedVolume(): Volume {
  try {
    const { volume, muted } = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Volume>;
    return { volume: typeof volume === "number" ? Math.min(1, Math.max(0, volume)) : 1, muted: muted === true };
  } catch {
    return { volume: 1, muted: false };
  }
}

export function saveVolume(volume: number, muted: boolean): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ volume, muted }));
  } catch {
    // It then holds for this page only.
  }
}
