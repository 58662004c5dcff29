import { MIN_PUBLISHED, publishedNumber } from '@/lib/petitions/published-number'

/** People of one country under one petition, counted as mailboxes. */
export interface People {
  /** With a counted signature. */
  all: number
  /** The number of them without any flag. */
  sure: number
}

/**
 * The basis of a country's public number. A country is first named, and its number later changed, only when enough
 * people have come or gone: ten, plus up to nine more that nobody outside knows. With a known threshold, an attacker
 * with nine mailboxes would see from the tenth signature that one person of that country has signed.
 * @param basis the present basis; a country below ten is not named
 * @param extra from 0 to 9, a secret of petition, country and basis (`secretExtra`)
 */
export function nextBasis(basis: number, { all, sure }: People, extra: number): number {
  const enough = MIN_PUBLISHED + extra
  if (Math.abs(all - basis) < enough) return basis
  // Not named so far, or not any more: flagged signatures alone never make a country appear.
  return basis < MIN_PUBLISHED && sure < enough ? basis : all
}

/** A published number as it is stored: how many it was drawn from, and what is shown. */
export interface Published {
  basis: number
  shown: number
}

/**
 * The number to publish next: the same, until enough people have come or gone (`nextBasis`); then one newly drawn
 * (`publishedNumber`).
 */
export function nextNumber(before: Published | undefined, people: People, extra: number): Published {
  const old = before ?? { basis: 0, shown: 0 }
  const basis = nextBasis(old.basis, people, extra)
  // A number of before this rule, or of a release before it, has none that is shown.
  const isDrawn = old.shown > 0 || basis < MIN_PUBLISHED
  return basis === old.basis && isDrawn ? old : { basis, shown: publishedNumber(basis) }
}
