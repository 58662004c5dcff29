import { dayOf } from '@/lib/input/day'
import { formTime } from '@/lib/integrity/form-time'
import { entryMark } from '@/lib/petitions/entry-mark'
import type { SignedPetition } from '@/lib/petitions/recent-petition'
import type { Locale } from '@/messages/translator'
import type { SignatureStatus, SpentLink, WaitingForm } from './find-by-token'
import { type PersonalData, type TypedField, typedFields } from './signature-form'

/** What the page of a mailed link says of one person alone, each as it is. */
export const linkFacts = ['token', ...typedFields, 'shownName', 'made', 'entry'] as const

export type LinkFacts = Record<(typeof linkFacts)[number], string>

/** Everything else about the page: many people's pages have the same. Dates are days. */
export interface LinkShape {
  locale: Locale
  /** Why there is nothing behind the link any more, and the code of the member whose link led to its form. */
  spent: (SpentLink & { via: string | null }) | null
  /** Of a form or a signature; null for an unknown token. */
  signature: {
    state: SignatureStatus['state']
    heldFor: SignatureStatus['heldFor']
    confirmedAt: Date | null
    /** The code of the member whose link led to the form. */
    via: string | null
    appealed: boolean
    /** What staff answered. */
    answer: SignatureStatus['answer']
    form: FormShape | null
  } | null
  petition: SignedPetition | null
  /** What is said with the petition's address. */
  shareText: string
  /** The petition's number, which includes a counted signature from its first moment. */
  count: number
}

export interface FormShape extends Pick<WaitingForm, 'country' | 'display' | 'updates' | 'reminder' | 'expiresAt'> {
  /** Which of the facts there are, and what is sealed with them. */
  own: { filled: TypedField[]; shownName: boolean; neutral: PersonalData['neutral'] } | null
}

/**
 * @param found what stands under the token
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
  // Where the page does not show it, it would only keep the same page many times.
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
