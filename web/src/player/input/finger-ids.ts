/** Small numbers for fingers: what browsers call them may be negative or huge. A finger keeps its number while it is down. */
export class FingerIds {
  private readonly known = new Map<number, number>();

  /** Forgets all fingers that are not among these. */
  keep(identifiers: readonly number[]): void {
    for (const identifier of this.known.keys()) if (!identifiers.includes(identifier)) this.known.delete(identifier);
  }

  of(identifier: number): number {
    const known = this.known.get(identifier);
    if (known !== undefined) return known;
    const taken = new Set(this.known.values());
    let id = 0;
    while (taken.has(id)) id++;
    this.known.set(identifier, id);
    return id;
  }
}
