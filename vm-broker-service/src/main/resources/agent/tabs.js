// @ts-check
/** The tab that people see: the active one of the window focused last. Tells its address, title and loading state when they change. */
export class ActiveTab {
  #tell;
  #last = '';
  /** @type {((tabId: number) => void)[]} */
  #listeners = [];
  /** @type {number | undefined} */
  #shown;

  constructor(/** @type {(message: object) => void} */ tell) {
    this.#tell = tell;
  }

  watch() {
    const announce = () => void this.announce(false);
    chrome.tabs.onActivated.addListener(announce);
    chrome.tabs.onUpdated.addListener(announce);
    chrome.tabs.onRemoved.addListener(announce);
    chrome.tabs.onReplaced.addListener(announce);
    chrome.windows.onFocusChanged.addListener(announce);
    announce();
  }

  /** Called with the id of each tab that comes to be shown. */
  onShown(/** @type {(tabId: number) => void} */ listener) {
    this.#listeners.push(listener);
  }

  /** @returns {Promise<chrome.tabs.Tab | undefined>} */
  async find() {
    const [focused] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (focused) return focused;
    const [any] = await chrome.tabs.query({ active: true });
    return any;
  }

  async announce(/** @type {boolean} */ again) {
    const tab = await this.find();
    if (!tab) return;
    if (tab.id !== undefined && tab.id !== this.#shown) {
      this.#shown = tab.id;
      for (const listener of this.#listeners) listener(tab.id);
    }
    const targets = await chrome.debugger.getTargets();
    const page = {
      type: 'page',
      target: targets.find((target) => target.tabId === tab.id)?.id ?? '',
      url: tab.pendingUrl ?? tab.url ?? '',
      title: tab.title ?? '',
      loading: tab.status === 'loading' || tab.pendingUrl !== undefined,
    };
    const text = JSON.stringify(page);
    if (text === this.#last && !again) return;
    this.#last = text;
    this.#tell({ type: 'say', message: page });
  }
}
