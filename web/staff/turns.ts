// One step at a time: what is wanted meanwhile is remembered, and looked at
// again when the step has ended. Knows no page and no office.

/** `act` asks whether it can be done, and does it; it may begin a step. */
interface Wish {
  name: string;
  act(): void;
}

const most = 2;

export class Turns {
  private asked = ""; // The wish that is being granted, or was last.
  private isUnderWay = false;
  private waiting: Wish[] = [];

  /**
   * Acts at once, or when the step under way has ended. Wishes of one name
   * are the same: what is being done already is not wanted again, and of two
   * that wait in a row the newer stands. When too many wait, the newest takes
   * the place of the one before.
   */
  want(name: string, act: () => void) {
    const wish = { name, act };
    if (!this.isUnderWay && this.waiting.length === 0) return this.grant(wish);
    const last = this.waiting.at(-1);
    if (!last && this.isUnderWay && this.asked === name) return;
    if (last?.name === name || this.waiting.length === most) this.waiting.pop();
    this.waiting.push(wish);
  }

  /** A step begins; false while another is under way. */
  begin(): boolean {
    if (this.isUnderWay) return false;
    return this.isUnderWay = true;
  }

  /** After a refusal nobody knows whether what was wanted behind still is. */
  end(went: boolean) {
    this.isUnderWay = false;
    if (!went) this.forget();
  }

  /** To be said when the page shows what became of the step. */
  goOn() {
    while (!this.isUnderWay) {
      const next = this.waiting.shift();
      if (!next) return;
      this.grant(next);
    }
  }

  /** For instance when a question opens, which has to be answered first. */
  forget() {
    this.waiting = [];
  }

  private grant(wish: Wish) {
    this.asked = wish.name;
    wish.act();
  }
}
