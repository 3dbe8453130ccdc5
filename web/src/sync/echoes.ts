const LONGEST_MS = 10_000;

/**
 * A switch in this browser is heard twice: at once from the tab that did it, later from the server. The second is swallowed,
 * or a quick there-and-back would flicker.
 */
export class Echoes {
  private expected: { readonly id: string | null; readonly at: number }[] = [];

  expect(id: string | null, now: number): void {
    this.expected = [...this.expected.filter(({ at }) => now - at < LONGEST_MS), { id, at: now }];
  }

  /** Whether this was heard before. Each is swallowed once. */
  swallow(id: string | null, now: number): boolean {
    const place = this.expected.findIndex((one) => one.id === id && now - one.at < LONGEST_MS);
    if (place < 0) return false;
    this.expected.splice(place, 1);
    return true;
  }
}
