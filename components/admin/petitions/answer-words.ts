import type { AnswerKind } from '@/prisma/generated/enums'

/** What an office did with a petition, in the words of staff. */
export const answerWords: Record<AnswerKind, string> = {
  received: 'Confirmed that it received the petition',
  answered: 'Answered',
  refused: 'Refused to take the petition',
}
