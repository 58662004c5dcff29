const MB = 1024 * 1024

/** The memory that files may take while they are sent. */
interface Limits {
  /** In bytes, all files together. */
  all: number
  /** In bytes, the files that one network reads. */
  each: number
}

/** Reserves memory for a file that is sent to a network. @returns a function that frees it; null if it is too much */
export type ReserveMemory = (network: string, file: Uint8Array) => (() => void) | null

/**
 * Limits the memory of files that are being sent, however slowly they are read. A file that many read at once is in
 * memory once, and counts once. A file that is larger than a limit is allowed
 * while nothing else counts against that limit.
 */
export function limitFileMemory({ all, each }: Limits = { all: 256 * MB, each: 64 * MB }): ReserveMemory {
  const total = new Memory(all)
  const networks = new Map<string, Memory>()

  return (network, file) => {
    const own = networks.get(network) ?? new Memory(each)
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

class Memory {
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
