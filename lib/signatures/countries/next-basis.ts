import { MIN_PUBLISHED } from '@/lib/petitions/published-number'

/** People of one country under one petition, counted as mailboxes. */
export interface People {
  /** With a signature that counts. */
  all: number
  /** Those of them about whom nothing was unusual. */
  sure: number
}

/**
 * What a country's public number goes by from now on. It is first named, and later changed, only when so many people
 * or more have come or gone: ten, and up to nine more, which nobody outside knows. With a known number whoever brings
 * nine mailboxes of their own would see by the tenth that one person of that country has signed.
 * @param basis what it goes by now; below ten it is not named
 * @param extra from 0 to 9, a secret of petition, country and basis (`secretExtra`)
 */
export function nextBasis(basis: number, { all, sure }: People, extra: number): number {
  const enough = MIN_PUBLISHED + extra
  if (Math.abs(all - basis) < enough) return basis
  // Not named so far, or not any more: doubted signatures alone bring no country in sight.
  return basis < MIN_PUBLISHED && sure < enough ? basis : all
}
