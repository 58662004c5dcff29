const MB = 1024 * 1024

/** What files on their way are held at most. */
interface Limits {
  /** In bytes, in all. */
  all: number
  /** In bytes, for one network. */
  each: number
}

/** Holds a file until it is sent. @returns what ends that; null where it would be too much memory */
export type HoldFile = (network: string, file: Uint8Array) => (() => void) | null

/**
 * Bounds the memory of files on their way, however slowly they are read. One that many read at once is in memory once, and
 * counts once.
 */
export function holdFiles({ all, each }: Limits = { all: 256 * MB, each: 64 * MB }): HoldFile {
  const total = new Held(all)
  const networks = new Map<string, Held>()

  return (network, file) => {
    const own = networks.get(network) ?? new Held(each)
    if (!own.hasRoom(file) || !total.hasRoom(file)) return null
    networks.set(network, own)
    own.take(file)
    total.take(file)
    return () => {
      total.leave(file)
      own.leave(file)
      if (own.isEmpty) networks.delete(network)
    }
  }
}

class Held {
  readonly #readers = new Map<Uint8Array, number>()
  readonly #most: number
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  get isEmpty(): boolean {
    return this.#readers.size === 0
  }

  hasRoom(file: Uint8Array): boolean {
    return this.#readers.has(file) || this.isEmpty || this.#bytes + file.length <= this.#most
  }

  take(file: Uint8Array): void {
    const readers = this.#readers.get(file) ?? 0
    if (readers === 0) this.#bytes += file.length
    this.#readers.set(file, readers + 1)
  }

  leave(file: Uint8Array): void {
    const readers = (this.#readers.get(file) ?? 1) - 1
    if (readers > 0) return void this.#readers.set(file, readers)
    this.#readers.delete(file)
    this.#bytes -= file.length
  }
}
