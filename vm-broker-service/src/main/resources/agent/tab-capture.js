// @ts-check
/**
 * Captures the shown tab: its sound, and its picture too where there is no screen to capture. Silence costs as much as a small motion,
 * so a tab that only sounds is captured while it does and for a while after; of the first sound after a long silence some 0.1 s is lost.
 * People's acts are no reason to begin, for they lead to other pages: a capture begun within some 30 ms of a cross-process navigation
 * leaves that tab uncapturable for good, so captures and our own navigations never overlap, and a capture waits until the tab has settled.
 */
const SETTLE_MS = 60;
const RETRY_MS = 500;
const GIVE_UP_AFTER = 3;
/** How long a tab is listened to after its page has come, and after its last sound. */
const NEW_PAGE_MS = 3000;
const LAST_SOUND_MS = 30_000;

const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

export class TabCapture {
  /** Whether the tab's picture is wanted as well. */
  pictures = false;
  #wanted = false;
  /** @type {number | undefined} */
  #captured;
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();
  #active;
  #tell;
  #committed = 0;
  #failures = 0;
  #listenUntil = 0;
  /** @type {any} */
  #silence;

  constructor(
    /** @type {import('./tabs.js').ActiveTab} */ active,
    /** @type {(message: object) => Promise<any>} */ tell,
  ) {
    this.#active = active;
    this.#tell = tell;
    active.onShown(() => this.#listen(NEW_PAGE_MS));
    chrome.tabs.onUpdated.addListener((id, change) => {
      if (change.url || change.status) this.#committed = performance.now();
      if (change.audible !== undefined) this.#listen(LAST_SOUND_MS);
      else if (change.status === 'complete') this.#listen(NEW_PAGE_MS);
    });
    chrome.tabs.onRemoved.addListener((id) => {
      if (id === this.#captured) this.#captured = undefined;
    });
    chrome.tabCapture.onStatusChanged.addListener((info) => {
      if (info.tabId === this.#captured && (info.status === 'stopped' || info.status === 'error')) {
        this.#captured = undefined;
        setTimeout(() => this.#follow(), RETRY_MS);
      }
    });
  }

  wanted(/** @type {boolean} */ yes) {
    this.#wanted = yes;
    return yes ? this.#listen(NEW_PAGE_MS) : this.#follow();
  }

  /** Runs a navigation of ours at a moment when no capture begins. */
  whileSettled(/** @type {() => Promise<void>} */ navigation) {
    const turn = this.#queue.then(async () => {
      await navigation();
      this.#committed = performance.now();
    });
    this.#queue = turn.catch(() => {});
    return turn;
  }

  /** A tab that cannot be captured any more makes room for a fresh one with the same page. */
  async #replace(/** @type {chrome.tabs.Tab} */ tab) {
    this.#failures = 0;
    await chrome.tabs.create({ url: tab.url });
    if (tab.id !== undefined) await chrome.tabs.remove(tab.id);
  }

  #mayBeHeard(/** @type {chrome.tabs.Tab} */ tab) {
    return this.pictures || tab.audible || performance.now() < this.#listenUntil;
  }

  /** There may be something to hear for so long. */
  #listen(/** @type {number} */ ms) {
    this.#listenUntil = Math.max(this.#listenUntil, performance.now() + ms);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#follow(), this.#listenUntil - performance.now() + 1);
    return this.#follow();
  }

  async #letGo() {
    if (this.#captured === undefined) return;
    this.#captured = undefined;
    await this.#tell({ type: 'tab', streamId: null });
  }

  #follow() {
    const turn = this.#queue.then(() => this.#capture());
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async #capture() {
    const tab = await this.#active.find();
    if (!this.#wanted || (tab && !this.#mayBeHeard(tab))) return this.#letGo();
    if (tab?.id === undefined || tab.id === this.#captured) return;
    if (!this.pictures && tab.status === 'loading' && !tab.audible) return; // 'complete' calls again
    if (tab.pendingUrl) {
      setTimeout(() => this.#follow(), SETTLE_MS);
      return;
    }
    const since = performance.now() - this.#committed;
    if (since < SETTLE_MS) await pause(SETTLE_MS - since);
    try {
      const streamId = await chrome.tabCapture.getMediaStreamId({ targetTabId: tab.id });
      const answer = await this.#tell({ type: 'tab', streamId, pictures: this.pictures });
      if (!answer?.ok) throw new Error(answer?.error ?? 'no answer');
      this.#captured = tab.id;
      this.#failures = 0;
    } catch (error) {
      if (this.pictures && ++this.#failures >= GIVE_UP_AFTER) await this.#replace(tab);
      this.#tell({ type: 'say', message: { type: 'capture', state: 'lost', reason: String(error) } });
      setTimeout(() => this.#follow(), RETRY_MS);
    }
  }
}
