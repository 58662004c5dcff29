import type { AnswerKind } from '@/prisma/generated/enums'

/** An answer as it is shown. */
export interface AnswerView {
  id: string
  addressee: string
  kind: AnswerKind
  answeredOn: Date
  source: string
  url: string | null
  words: string | null
  locale: string | null
}

/** What one office answered; or for how many days since the delivery it has not. */
export interface OfficeAnswers {
  addressee: string
  answers: AnswerView[]
  /** Whole days from the delivery to today, where nothing came. */
  silentDays: number
}

/** The answers of a delivery by office, in the order in which the delivery names them. */
export function logOf(
  { addressees, deliveredOn, answers }: { addressees: string[]; deliveredOn: Date; answers: AnswerView[] },
  now: Date,
): OfficeAnswers[] {
  const silentDays = Math.max(0, Math.floor((now.getTime() - deliveredOn.getTime()) / 86_400_000))
  // Two offices of one name would be one.
  return [...new Set(addressees)].map((addressee) => ({
    addressee,
    answers: answers.filter((answer) => answer.addressee === addressee),
    silentDays,
  }))
}
