import { SampleRing } from "./sample-ring";

/** Runs in the audio thread: takes samples by message, plays them from a ring. */
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: unknown): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

export type ToWorklet = { readonly samples: Float32Array[] } | { readonly aimMs: number };
export interface FromWorklet {
  readonly waitingMs: number;
  /** Loudest sample since the last report, 0…1. */
  readonly peak: number;
}

const REPORT_EVERY = 32;

class RingPlayer extends AudioWorkletProcessor {
  private readonly ring = new SampleRing(2, sampleRate, sampleRate * 0.05, Math.round(sampleRate * 0.08));
  private blocks = 0;
  private peak = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ToWorklet>) => {
      if ("samples" in data) this.ring.push(data.samples);
      else this.ring.aim(Math.round((data.aimMs / 1000) * sampleRate));
    };
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const out = outputs[0];
    if (!out) return true;
    if (this.ring.pull(out) > 0) {
      for (const sample of out[0] ?? []) this.peak = Math.max(this.peak, Math.abs(sample));
    }
    if (++this.blocks % REPORT_EVERY === 0) {
      const report: FromWorklet = { waitingMs: (this.ring.waiting / sampleRate) * 1000, peak: this.peak };
      this.port.postMessage(report);
      this.peak = 0;
    }
    return true;
  }
}

registerProcessor("flotilla-ring", RingPlayer);
