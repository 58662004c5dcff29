import { expect, type Locator, type Page } from '@playwright/test'

/** Seconds: the model of the audit that these figures are compared with (docs in bench/admin-work.md). */
const CLICK = 1.3
const KEY = 0.28
const THINKING = 1.35
const WORDS_A_SECOND = 4

/** The effort that a job costs the person who does it. */
export interface Effort {
  clicks: number
  keys: number
  /** Clicks, keys, a thought before each step, and reading, by the model. */
  modelled: number
  /** Of `modelled`, reading. */
  reading: number
  /** Measured, from each click or key until the next page stands. */
  waiting: number
}

/** Somebody at a page: does what a person does, and counts it. */
export class Hands {
  private clicks = 0
  private keys = 0
  private steps = 0
  private words = 0
  private waited = 0

  constructor(readonly page: Page) {}

  /** Points and clicks; then waits for what comes. */
  async click(what: Locator, then?: Locator): Promise<void> {
    this.clicks += 1
    await this.step(() => what.click(), then)
  }

  /** Opens a list and chooses: two clicks. */
  async choose(what: Locator, label: string): Promise<void> {
    this.clicks += 2
    await this.step(() => what.selectOption({ label }))
  }

  /** Presses a key that decides something. */
  async press(key: string, then?: Locator): Promise<void> {
    this.keys += 1
    await this.step(() => this.page.keyboard.press(key), then)
  }

  /** Goes to something by Tab; each is a key, and all of them one step. */
  async tabTo(what: Locator): Promise<void> {
    this.steps += 1
    for (let i = 0; i < 120; i += 1) {
      if (await what.evaluate((one) => one === document.activeElement)) return
      this.keys += 1
      await this.page.keyboard.press('Tab')
    }
    throw new Error('not reached by Tab')
  }

  /** Types where the focus is. */
  async type(text: string): Promise<void> {
    this.keys += text.length
    this.steps += 1
    await this.page.keyboard.type(text)
  }

  /** Clicks into a field and pastes: a click and two keys. */
  async paste(what: Locator, text: string): Promise<void> {
    this.clicks += 1
    this.keys += 2
    await this.step(() => what.fill(text))
  }

  /** Pastes where the focus is. */
  async pasteHere(text: string): Promise<void> {
    this.keys += 2
    await this.step(() => this.page.keyboard.insertText(text))
  }

  /** Waits for what the last step brings. */
  async until(stands: () => Promise<void>): Promise<void> {
    const began = performance.now()
    await stands()
    this.waited += performance.now() - began
  }

  /** Reads every word of it. */
  async read(what: Locator): Promise<void> {
    const texts = await what.allInnerTexts()
    this.words += texts.join(' ').split(/\s+/).filter(Boolean).length
  }

  effort(): Effort {
    const reading = this.words / WORDS_A_SECOND
    return {
      clicks: this.clicks,
      keys: this.keys,
      reading,
      modelled: this.clicks * CLICK + this.keys * KEY + this.steps * THINKING + reading,
      waiting: this.waited / 1000,
    }
  }

  private async step(act: () => Promise<unknown>, then?: Locator): Promise<void> {
    this.steps += 1
    const began = performance.now()
    await act()
    if (then) await expect(then).toBeVisible({ timeout: 60_000 })
    this.waited += performance.now() - began
  }
}
