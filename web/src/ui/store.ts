/** State, the one function that changes it, and whoever shows it: once per animation frame, however much happened. */
export class Store<State, Event> {
  private frame = 0;

  constructor(
    private now: State,
    private readonly reduce: (state: State, event: Event) => State,
    private readonly show: (state: State) => void,
  ) {}

  get state(): State {
    return this.now;
  }

  readonly tell = (event: Event): void => {
    const next = this.reduce(this.now, event);
    if (next === this.now) return;
    this.now = next;
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.show(this.now);
    });
  };
}
