/** An answer whose bytes are at hand: a Response and its streams take longer than everything else about it. */
export interface ReadyAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: Buffer
}
