import type { AnswerKind } from '@/prisma/generated/enums'

/** A published answer. */
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

/** One office's answers, or the days since the delivery without one. */
export interface OfficeAnswers {
  addressee: string
  answers: AnswerView[]
  /** Whole days from the delivery to today, if there is no answer. */
  silentDays: number
}

/** Groups a delivery's answers by office, in the delivery's order. */
export function logOf(
  { addressees, deliveredOn, answers }: { addressees: string[]; deliveredOn: Date; answers: AnswerView[] },
  now: Date,
): OfficeAnswers[] {
  const silentDays = Math.max(0, Math.floor((now.getTime() - deliveredOn.getTime()) / 86_400_000))
  // Two offices with the same name count as one.
  return [...new Set(addressees)].map((addressee) => ({
    addressee,
    answers: answers.filter((answer) => answer.addressee === addressee),
    silentDays,
  }))
}
