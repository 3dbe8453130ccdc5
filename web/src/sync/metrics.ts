export interface PerformanceMetrics {
  readonly syncCount: number;
  readonly errorCount: number;
  /** Of all syncs, 0…1. */
  readonly errorRate: number;
  /** ms. */
  readonly avgSyncTime: number;
  readonly lastSyncTime: number | null;
  readonly messagesSent: number;
  readonly messagesHeard: number;
  readonly isLeader: boolean;
}

/** Counts since the page came. */
export class Metrics {
  private count = 0;
  private errors = 0;
  private totalMs = 0;
  sent = 0;
  heard = 0;

  synced(ms: number, ok: boolean): void {
    this.count++;
    this.totalMs += ms;
    if (!ok) this.errors++;
  }

  read(lastSyncTime: number | null, isLeader: boolean): PerformanceMetrics {
    const share = (sum: number) => (this.count === 0 ? 0 : sum / this.count);
    return {
      syncCount: this.count,
      errorCount: this.errors,
      errorRate: share(this.errors),
      avgSyncTime: Math.round(share(this.totalMs) * 10) / 10,
      lastSyncTime,
      messagesSent: this.sent,
      messagesHeard: this.heard,
      isLeader,
    };
  }
}
