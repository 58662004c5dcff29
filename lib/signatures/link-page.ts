import { dayOf } from '@/lib/input/day'
import { formTime } from '@/lib/integrity/form-time'
import { entryMark } from '@/lib/petitions/entry-mark'
import type { SignedPetition } from '@/lib/petitions/recent-petition'
import type { Locale } from '@/messages/translator'
import type { SignatureStatus, SpentLink, WaitingForm } from './find-by-token'
import { type PersonalData, type TypedField, typedFields } from './signature-form'

/** The names of the facts: texts on the page of a mailed link that are one person's, each shown as it is. */
export const linkFacts = ['token', ...typedFields, 'shownName', 'made', 'entry'] as const

export type LinkFacts = Record<(typeof linkFacts)[number], string>

/** The shape of the page: everything else, which many people's pages have in common. Dates are days. */
export interface LinkShape {
  locale: Locale
  /** The reason for which the link no longer works, and the code of the member whose link led to its form. */
  spent: (SpentLink & { via: string | null }) | null
  /** The form or signature; null for an unknown token. */
  signature: {
    state: SignatureStatus['state']
    heldFor: SignatureStatus['heldFor']
    confirmedAt: Date | null
    /** The code of the member whose link led to the form. */
    via: string | null
    appealed: boolean
    /** The staff's answer to the appeal. */
    answer: SignatureStatus['answer']
    form: FormShape | null
  } | null
  petition: SignedPetition | null
  /** The text that is shared with the petition's address. */
  shareText: string
  /** The petition's number, which includes a counted signature from its first moment. */
  count: number
}

export interface FormShape extends Pick<WaitingForm, 'country' | 'display' | 'updates' | 'reminder' | 'expiresAt'> {
  /** The facts that are not empty, and the sealed choice of neutral mail. */
  own: { filled: TypedField[]; shownName: boolean; neutral: PersonalData['neutral'] } | null
}

/**
 * Makes the shape of the page of a mailed link.
 * @param found the form, signature or spent link of the token
 * @param spentVia the code of the member whose link led to a form of which nothing else is left
 */
export function linkShape(
  locale: Locale,
  found: SignatureStatus | SpentLink | null,
  petition: SignedPetition | null,
  shareText: string,
  spentVia: string | null = null,
): LinkShape {
  const nothing = { locale, spent: null, signature: null, petition: null, shareText: '', count: 0 }
  if (!found) return nothing
  if (found.spent) return { ...nothing, spent: { ...found, via: spentVia } }
  if (!petition) return nothing
  const { state, heldFor, confirmedAt, via, appealedAt, answer, form } = found
  // Left out where the page does not show it: each count would make another shape to cache.
  const count = state === 'confirmed' || state === 'counted' ? found.count : 0
  const signature = {
    state,
    heldFor,
    confirmedAt: confirmedAt && dayOf(confirmedAt),
    via,
    appealed: appealedAt !== null,
    answer,
    form: form && formShape(form),
  }
  return { locale, spent: null, signature, petition, shareText, count }
}

function formShape({ own, shownName, country, display, updates, reminder, expiresAt }: WaitingForm): FormShape {
  const facts = own && {
    filled: typedFields.filter((name) => own[name] !== null),
    shownName: shownName !== null,
    neutral: own.neutral,
  }
  return { country, display, updates, reminder, expiresAt: dayOf(expiresAt), own: facts }
}

/** The facts of the page of a mailed link; those that it does not have are empty. */
export function linkPageFacts(token: string, found: SignatureStatus | SpentLink | null, now: Date): LinkFacts {
  const form = found?.spent === false ? found.form : null
  const committed = found?.spent === false ? found.commitment : null
  return {
    token,
    ...(Object.fromEntries(typedFields.map((name) => [name, form?.own?.[name] ?? ''])) as Record<TypedField, string>),
    shownName: form?.shownName ?? '',
    made: formTime(now),
    entry: committed ? entryMark(committed) : '',
  }
}
