// @ts-check
/** Where frames come from. Both post their frames to the worker as streams, so that nothing downstream knows the difference. */

/** Frames a second of a capture nobody needs now: keeps it open for next to nothing. */
const RESTING_FPS = 0.1;

const hand = (/** @type {Worker} */ worker, /** @type {MediaStreamTrack} */ track, /** @type {object} */ about) => {
  const frames = new MediaStreamTrackProcessor({ track }).readable;
  worker.postMessage({ ...about, frames }, [/** @type {any} */ (frames)]);
};

/** The whole screen of this VM: its browser's own bars, lists and menus too. */
export class Screen {
  #worker;
  #failed;
  /** @type {MediaStreamTrack | undefined} */
  #track;
  #fps = RESTING_FPS;

  constructor(/** @type {Worker} */ worker, /** @type {(error: unknown) => void} */ failed) {
    this.#worker = worker;
    this.#failed = failed;
  }

  /** Starts the capture, and again whenever it fails or ends: the screen is there, sometimes just not yet. */
  async open() {
    try {
      await this.#capture();
    } catch (error) {
      this.#failed(error);
      this.#again();
    }
  }

  #again() {
    setTimeout(() => void this.open(), 200);
  }

  async #capture() {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { displaySurface: 'monitor', frameRate: 30 },
      audio: false,
    });
    const [track] = stream.getVideoTracks();
    this.#track = track;
    track.onended = () => {
      this.#track = undefined;
      this.#again();
    };
    hand(this.#worker, track, { type: 'video', source: 'screen' });
    await this.rate(this.#fps);
  }

  async rate(/** @type {number} */ fps) {
    this.#fps = fps || RESTING_FPS;
    await this.#track?.applyConstraints({ frameRate: this.#fps }).catch(() => {});
  }
}

/** The sound of the shown tab and, without a screen, its picture. */
export class Tab {
  #worker;
  /** @type {MediaStream | undefined} */
  #stream;

  constructor(/** @type {Worker} */ worker) {
    this.#worker = worker;
  }

  get hasPicture() {
    return (this.#stream?.getVideoTracks().length ?? 0) > 0;
  }

  async open(/** @type {string | null} */ streamId, /** @type {boolean} */ pictures) {
    const before = this.#stream;
    this.#stream = undefined;
    before?.getTracks().forEach((track) => track.stop());
    if (streamId === null) return;
    const source = { chromeMediaSource: 'tab', chromeMediaSourceId: streamId };
    // Without differing bounds for both sides a tab's frames would be scaled to the bounds instead of following the tab.
    const size = { minWidth: 64, minHeight: 64, maxWidth: 3840, maxHeight: 2160 };
    const stream = await navigator.mediaDevices.getUserMedia(
      /** @type {any} */ ({
        audio: { mandatory: source },
        video: pictures ? { mandatory: { ...source, ...size, maxFrameRate: 60 } } : false,
      }),
    );
    this.#stream = stream;
    for (const track of stream.getAudioTracks()) hand(this.#worker, track, { type: 'audio' });
    for (const track of stream.getVideoTracks()) hand(this.#worker, track, { type: 'video', source: 'tab' });
  }

  async rate(/** @type {number} */ fps) {
    for (const track of this.#stream?.getVideoTracks() ?? []) {
      await track.applyConstraints({ frameRate: fps || 1 }).catch(() => {});
    }
  }
}
