import { fromDecimal } from './bytes'

/** Hashes in a full tile, entries in a full bundle (C2SP tlog-tiles, "Merkle Tree"). */
export const TILE_WIDTH = 256

/** One file of a log: a tile of hashes at a level, or a bundle of entries. */
export interface TileName {
  level: number | 'entries'
  index: number
  /** 1 to 256; less than 256 at the right edge of the tree. */
  width: number
}

/** `tile/0/x001/x234/067`, `tile/entries/000.p/12` (C2SP tlog-tiles, "Merkle Tree" and "Partial Tiles"). */
export function tilePath({ level, index, width }: TileName): string {
  const groups: string[] = []
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`${groups.length > 0 ? 'x' : ''}${String(rest % 1000).padStart(3, '0')}`)
  }
  return `tile/${level}/${groups.join('/')}${width < TILE_WIDTH ? `.p/${width}` : ''}`
}

/** Reads what `tilePath` writes; null for any other path. */
export function parseTilePath(path: string): TileName | null {
  const found = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(path)
  if (!found) return null
  const level = found[1] === 'entries' ? found[1] : fromDecimal(found[1] ?? '')
  const index = Number((found[2] ?? '').replace(/[x/]/g, ''))
  const width = found[3] ? Number(found[3]) : TILE_WIDTH
  if (level === null || (level !== 'entries' && level > 63) || !Number.isSafeInteger(index)) return null
  const name: TileName = { level, index, width }
  return tilePath(name) === path ? name : null
}

/** Hashes of a level in a tree of a size: those of complete subtrees of 256^level leaves. */
export function levelWidth(size: number, level: number | 'entries'): number {
  return Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level))
}

/** Every tile of hashes of a tree, lowest level first. The number of entry bundles is that of level 0. */
export function* tilesOf(size: number): Generator<TileName & { level: number }> {
  for (let level = 0; levelWidth(size, level) > 0; level += 1) yield* tilesOfLevel(size, level)
}

/** The tiles of one level, or the bundles, of a tree of a size, from the left. */
export function* tilesOfLevel<L extends number | 'entries'>(
  size: number,
  level: L,
): Generator<TileName & { level: L }> {
  const hashes = levelWidth(size, level)
  for (let index = 0; index * TILE_WIDTH < hashes; index += 1) {
    yield { level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) }
  }
}
